/** What the checker finds on a platform on which something is wrong on purpose. */
@NullMarked
package network.spheron.dao.faults;

import org.jspecify.annotations.NullMarked;
