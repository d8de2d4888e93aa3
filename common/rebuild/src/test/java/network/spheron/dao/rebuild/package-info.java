/** Tests of comparing and replacing read models. */
@NullMarked
package network.spheron.dao.rebuild;

import org.jspecify.annotations.NullMarked;
