/** What people say about a SIP. */
@NullMarked
package network.spheron.dao.governance.discussion;

import org.jspecify.annotations.NullMarked;
