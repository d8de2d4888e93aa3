/** The components behind tests start, answer and are shared. */
@NullMarked
package network.spheron.dao.testing;

import org.jspecify.annotations.NullMarked;
