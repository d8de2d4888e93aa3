/** Tests of the wrong clock, in virtual machines of their own. */
@NullMarked
package network.spheron.dao.local.wrongclock;

import org.jspecify.annotations.NullMarked;
