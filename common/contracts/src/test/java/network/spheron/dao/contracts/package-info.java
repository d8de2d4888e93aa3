/** Tests of the contracts and of their bindings. */
@NullMarked
package network.spheron.dao.contracts;

import org.jspecify.annotations.NullMarked;
