/** What of the treasury's database the chain and the topics make again. */
@NullMarked
package network.spheron.dao.treasury.rebuild;

import org.jspecify.annotations.NullMarked;
