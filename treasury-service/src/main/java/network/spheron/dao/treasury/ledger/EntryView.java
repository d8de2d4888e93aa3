package network.spheron.dao.treasury.ledger;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

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

    /** This entry with the sides of another view of it, too. */
    EntryView with(EntryView other) {
        List<PostingView> sides =
                Stream.concat(postings.stream(), other.postings.stream()).toList();
        return new EntryView(id, at, blockNumber, transactionHash, description, sides);
    }
}
