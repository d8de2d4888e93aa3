/** The main job, from a SIP to the last payout, driven through the same public API that the portal uses. */
@NullMarked
package network.spheron.dao.journey;

import org.jspecify.annotations.NullMarked;
