package network.spheron.dao.treasury.ledger;

import java.util.regex.Pattern;

/** How people read the name of an account. */
final class AccountName {
    private static final Pattern ADDRESS = Pattern.compile("(0x[0-9a-f]{4})[0-9a-f]{32}([0-9a-f]{4})");

    private AccountName() {}

    static String shortened(String account) {
        return ADDRESS.matcher(account).replaceAll("$1\u2026$2");
    }
}
