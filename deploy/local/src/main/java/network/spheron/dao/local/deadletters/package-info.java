/** {@code deploy/dead-letters}: what the services could not handle, shown, tried again or given up. */
@NullMarked
package network.spheron.dao.local.deadletters;

import org.jspecify.annotations.NullMarked;
