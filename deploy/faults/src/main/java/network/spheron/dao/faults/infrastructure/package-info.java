/** Faults of what the services build on: processes that are gone, connections that fail, clocks and disks that are wrong. */
@NullMarked
package network.spheron.dao.faults.infrastructure;

import org.jspecify.annotations.NullMarked;
