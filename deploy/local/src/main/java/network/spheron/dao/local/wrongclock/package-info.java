/** A wrong clock for one process: an agent in its virtual machine that moves what the process takes for the time. */
@NullMarked
package network.spheron.dao.local.wrongclock;

import org.jspecify.annotations.NullMarked;
