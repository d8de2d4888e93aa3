/** Tests of the package of the same name. */
@NullMarked
package network.spheron.dao.local.process;

import org.jspecify.annotations.NullMarked;
