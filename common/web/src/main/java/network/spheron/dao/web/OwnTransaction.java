package network.spheron.dao.web;

import java.util.List;

/**
 * A transaction for a person's own wallet, past every server key.
 *
 * @param value in wei, decimal
 * @param words what it does, in plain sentences
 */
public record OwnTransaction(String to, String data, String value, long chainId, List<String> words) {
    /** A call that sends no ether. */
    public static OwnTransaction call(String to, String data, long chainId, List<String> words) {
        return new OwnTransaction(to, data, "0", chainId, words);
    }
}
