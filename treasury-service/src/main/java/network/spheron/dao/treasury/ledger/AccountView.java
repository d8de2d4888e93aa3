package network.spheron.dao.treasury.ledger;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * An account and its balance: debits less credits, in the token's smallest unit.
 *
 * @param token address of the token
 */
public record AccountView(String account, String token, BigInteger balance) {
    /** The account's entries in the portal. */
    public String link() {
        return "/treasury/ledger?account=" + URLEncoder.encode(account, StandardCharsets.UTF_8);
    }

    /** The name with an address in it shortened. */
    public String label() {
        return AccountName.shortened(account);
    }
}
