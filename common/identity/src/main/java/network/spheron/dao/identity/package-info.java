/** Who is calling: the signed-in person, their roles, and the wallets that they proved to control. */
@NullMarked
package network.spheron.dao.identity;

import org.jspecify.annotations.NullMarked;
