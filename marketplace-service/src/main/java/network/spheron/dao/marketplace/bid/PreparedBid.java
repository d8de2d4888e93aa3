package network.spheron.dao.marketplace.bid;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.web.OwnTransaction;
import org.jspecify.annotations.Nullable;

/**
 * A bid held for its bidder, ready to be signed.
 *
 * @param typedData EIP-712 of the bid
 * @param words what is signed, in plain sentences
 * @param salt what keeps the terms secret; whoever keeps terms and salt can reveal without this service
 * @param direct the commitment as the bidder's own transaction, instead of a signature
 * @param permit EIP-712 of the permit for the bond; absent where there is no bond
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreparedBid(
        UUID bidId,
        TypedData typedData,
        List<String> words,
        String commitment,
        String salt,
        OwnTransaction direct,
        @Nullable TypedData permit) {}
