/** Tests of the package of the same name. */
@NullMarked
package network.spheron.dao.local.proxy;

import org.jspecify.annotations.NullMarked;
