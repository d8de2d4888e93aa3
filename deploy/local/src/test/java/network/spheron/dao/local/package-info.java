/** Tests of the launcher; those that need processes start real ones. */
@NullMarked
package network.spheron.dao.local;

import org.jspecify.annotations.NullMarked;
