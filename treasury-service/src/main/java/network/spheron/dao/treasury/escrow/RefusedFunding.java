package network.spheron.dao.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.SubmissionSettled;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.messaging.Outbox;

/** Takes note of agreements that the escrow refused to make, in the transaction that ends the attempt. */
@ApplicationScoped
class RefusedFunding {
    private final Awards awards;
    private final Outbox outbox;
    private final ChainClock clock;

    RefusedFunding(Awards awards, Outbox outbox, ChainClock clock) {
        this.awards = awards;
        this.outbox = outbox;
        this.clock = clock;
    }

    void onSettled(@Observes SubmissionSettled settled) {
        SubmissionView submission = settled.submission();
        if (submission.status() == SubmissionStatus.REFUSED) {
            awards.withFundingKey(submission.key())
                    .flatMap(award -> award.refused(
                            Objects.requireNonNullElse(submission.error(), "Reverted"),
                            Objects.requireNonNullElse(submission.reason(), ""),
                            clock.now()))
                    .ifPresent(outbox::publish);
        }
    }
}
