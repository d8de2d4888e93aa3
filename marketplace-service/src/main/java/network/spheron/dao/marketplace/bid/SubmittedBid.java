package network.spheron.dao.marketplace.bid;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import network.spheron.dao.chain.SubmissionView;
import org.jspecify.annotations.Nullable;

/** A bid on its way to the chain; without a submission where the bidder sends it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubmittedBid(UUID bidId, @Nullable SubmissionView submission) {}
