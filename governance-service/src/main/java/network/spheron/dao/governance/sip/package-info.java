/** Spheron Improvement Proposals: drafted, revised, finalized, proposed by the author's wallet, and followed until executed. */
@NullMarked
package network.spheron.dao.governance.sip;

import org.jspecify.annotations.NullMarked;
