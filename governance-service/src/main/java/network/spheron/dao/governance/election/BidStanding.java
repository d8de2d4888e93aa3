package network.spheron.dao.governance.election;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A bid on the ballot.
 *
 * @param price in the smallest unit of the mandate's token; null until marketplace has told it
 * @param outcome as the votes stand now, or as decided; null while a price is missing
 * @param awardRank place in the order of award, from 1; null for who did not win
 */
public record BidStanding(
        int bidIndex,
        String title,
        @Nullable String bidder,
        @Nullable BigInteger price,
        BigInteger yes,
        BigInteger no,
        BigInteger abstain,
        boolean approved,
        @Nullable BidOutcome outcome,
        @Nullable Integer awardRank) {}
