/** Child processes: starting them, waiting for their answer, stopping them, their logs and their memory. */
@NullMarked
package network.spheron.dao.local.process;

import org.jspecify.annotations.NullMarked;
