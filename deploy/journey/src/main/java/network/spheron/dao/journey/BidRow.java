package network.spheron.dao.journey;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A bid as a CSV file states it.
 *
 * @param yes voting power in whole tokens, as are {@code no} and {@code abstain}
 * @param requested in whole units of the currency
 * @param publishedOutcome FUNDED or NOT FUNDED, or null where the file does not say
 */
record BidRow(
        String id,
        String title,
        BigInteger yes,
        BigInteger no,
        BigInteger abstain,
        BigInteger requested,
        @Nullable String publishedOutcome) {}
