/** The signed-in person and the wallets that the person has proved control of. */
@NullMarked
package network.spheron.dao.governance.member;

import org.jspecify.annotations.NullMarked;
