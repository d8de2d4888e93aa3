/** Writes the Java bindings from the contracts' ABIs, while the build runs. */
@NullMarked
package network.spheron.dao.contracts.generator;

import org.jspecify.annotations.NullMarked;
