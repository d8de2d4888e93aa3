package network.spheron.dao.governance.member;

import java.math.BigInteger;
import java.util.List;

/**
 * The signed-in person.
 *
 * @param personId stable id, the identity provider's
 */
public record MemberView(String personId, String name, List<String> roles, List<WalletView> wallets) {
    /**
     * A wallet that the person has linked.
     *
     * @param votingPower now, in the smallest unit of the governance token
     */
    public record WalletView(String address, BigInteger votingPower) {}
}
