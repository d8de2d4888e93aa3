package network.spheron.dao.marketplace.workstream;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A workstream in a list.
 *
 * @param cap most that may be awarded, a decimal string in the smallest unit of {@code token}
 * @param statusEnds when the status ends by the clock alone, in seconds since the epoch
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkstreamLine(
        String mandateId,
        String title,
        String status,
        String statusWords,
        @Nullable Long statusEnds,
        String token,
        String cap,
        @Nullable String lineName) {
    static WorkstreamLine of(Workstream workstream, long now) {
        WorkstreamStatus status = workstream.statusAt(now);
        return new WorkstreamLine(
                workstream.mandateId().toString(),
                workstream.title(),
                status.slug(),
                status.words(),
                workstream.endsAt(now).orElse(null),
                workstream.terms().token(),
                workstream.terms().cap().toString(),
                workstream.lineName().orElse(null));
    }

    /** The cap as a number, for pages. */
    public BigInteger capAmount() {
        return new BigInteger(cap);
    }
}
