package network.spheron.dao.marketplace.workstream;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One bid in a workstream's list. Before the reveal there is nothing in it but the bidder and the commitment.
 *
 * @param place its rank among the approved bids, counting from 1; 0 when it was not approved
 * @param reason why it won or did not, or why it was disqualified
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BidLine(
        UUID bidId,
        int bidIndex,
        String status,
        String statusWords,
        String bidder,
        String commitment,
        boolean sealed,
        @Nullable String title,
        @Nullable String payee,
        @Nullable String price,
        @Nullable Votes votes,
        @Nullable Boolean approved,
        @Nullable Boolean won,
        @Nullable Integer place,
        @Nullable String reason) {

    /** Votes on a bid, decimal strings in the smallest unit of the governance token. */
    public record Votes(String yes, String no, String abstain) {}
}
