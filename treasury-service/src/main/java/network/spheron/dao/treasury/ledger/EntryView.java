package network.spheron.dao.treasury.ledger;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/**
 * A ledger entry.
 *
 * @param at the block's time, in seconds since the epoch
 */
public record EntryView(
        long id, long at, long blockNumber, String transactionHash, String description, List<PostingView> postings) {
    /**
     * One side of the entry.
     *
     * @param amount a debit is positive, a credit negative
     */
    public record PostingView(String account, String token, BigInteger amount) {
        /** The account's name with an address in it shortened. */
        public String label() {
            return AccountName.shortened(account);
        }
    }

    /** The side that gains. */
    public PostingView debit() {
        return postings.get(0);
    }

    /** The side that gives. */
    public PostingView credit() {
        return postings.get(1);
    }

    static EntryView of(LedgerEntry entry) {
        return new EntryView(
                Objects.requireNonNull(entry.id),
                entry.at,
                entry.blockNumber,
                entry.transactionHash,
                entry.description,
                entry.postings.stream()
                        .map(posting -> new PostingView(posting.account, posting.token, posting.amount))
                        .toList());
    }
}
