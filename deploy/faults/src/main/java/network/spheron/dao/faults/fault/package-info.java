/** The faults, a class for each. */
@NullMarked
package network.spheron.dao.faults.fault;

import org.jspecify.annotations.NullMarked;
