package network.spheron.dao.governance.sip;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A SIP in a list.
 *
 * @param updatedAt server time in seconds since the epoch
 * @param voteEnd the chain's time in seconds since the epoch; null before it is proposed
 */
public record SipSummary(
        long id,
        String title,
        SipStatus status,
        String author,
        long updatedAt,
        String lineName,
        BigInteger cap,
        @Nullable Long voteEnd) {
    static SipSummary of(SipSnapshot sip) {
        return new SipSummary(
                sip.id(),
                sip.content().title(),
                sip.status(),
                sip.author().name(),
                sip.updatedAt(),
                sip.content().mandate().lineName(),
                sip.content().mandate().cap(),
                sip.proposal() == null ? null : sip.proposal().voteEnd());
    }
}
