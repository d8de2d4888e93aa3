package network.spheron.dao.identity;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.web3j.crypto.Keys;

/**
 * A text that a wallet signs to prove who controls it (ERC-4361, Sign-In with Ethereum), with the fields that linking
 * needs. The person's id is the message's request id, so that the proof is good for that person only.
 *
 * @param domain authority of the portal, such as {@code dao.example.org}
 * @param address the wallet, lower-case hex
 * @param statement one line for the signer
 * @param person id of the person that the wallet is linked to
 */
public record SiweMessage(
        String domain,
        String address,
        String statement,
        URI uri,
        long chainId,
        String nonce,
        Instant issuedAt,
        Instant expiresAt,
        String person) {

    private static final Pattern FORM = Pattern.compile("(?<domain>[^ \\n]{1,255})"
            + " wants you to sign in with your Ethereum account:\\n(?<address>0x[0-9a-fA-F]{40})\\n\\n"
            + "(?<statement>[^\\n]{1,500})\\n\\n"
            + "URI: (?<uri>[^\\n]{1,500})\\nVersion: 1\\nChain ID: (?<chain>[0-9]{1,18})\\n"
            + "Nonce: (?<nonce>[a-zA-Z0-9]{8,200})\\nIssued At: (?<issued>[^\\n]{1,40})\\n"
            + "Expiration Time: (?<expires>[^\\n]{1,40})\\nRequest ID: (?<person>[^\\n]{1,255})");

    /**
     * Reads a message.
     *
     * @throws WalletProofRefused when it is not in the standard's form or lacks a field
     */
    public static SiweMessage parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new WalletProofRefused("the message is not in the form of ERC-4361");
        }
        try {
            return new SiweMessage(
                    form.group("domain"),
                    form.group("address").toLowerCase(Locale.ROOT),
                    form.group("statement"),
                    URI.create(form.group("uri")),
                    Long.parseLong(form.group("chain")),
                    form.group("nonce"),
                    Instant.parse(form.group("issued")),
                    Instant.parse(form.group("expires")),
                    form.group("person"));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new WalletProofRefused("a field of the message cannot be read");
        }
    }

    /** The text to sign. The address is checksummed (ERC-55), as the standard asks. */
    public String text() {
        return domain + " wants you to sign in with your Ethereum account:\n" + Keys.toChecksumAddress(address) + "\n\n"
                + statement + "\n\n" + "URI: " + uri + "\nVersion: 1\nChain ID: " + chainId + "\nNonce: " + nonce
                + "\nIssued At: " + issuedAt + "\nExpiration Time: " + expiresAt + "\nRequest ID: " + person;
    }
}
