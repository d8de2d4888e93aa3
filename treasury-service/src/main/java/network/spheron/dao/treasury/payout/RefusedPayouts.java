package network.spheron.dao.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.SubmissionSettled;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.messaging.Outbox;
import network.spheron.dao.treasury.stop.PaymentGate;

/**
 * Takes note of releases and refunds that the escrow refused, in the transaction that ends the attempt. One that it
 * accepted has been followed by then: a submission is final only when the read models show its effect.
 */
@ApplicationScoped
class RefusedPayouts {
    private final Payouts payouts;
    private final Outbox outbox;
    private final ChainClock clock;

    RefusedPayouts(Payouts payouts, Outbox outbox, ChainClock clock) {
        this.payouts = payouts;
        this.outbox = outbox;
        this.clock = clock;
    }

    void onSettled(@Observes SubmissionSettled settled) {
        SubmissionView submission = settled.submission();
        if (submission.status() == SubmissionStatus.REFUSED) {
            payouts.requested().forEach(payout -> refused(payout, submission));
        }
    }

    private void refused(Payout payout, SubmissionView submission) {
        long now = clock.now();
        EscrowCall call = payout.callAt(now);
        if (!call.key(payout.key).equals(submission.key())) {
            return;
        }
        if (PaymentGate.hasRefused(submission.error())) {
            payout.putOff(call, now);
        } else {
            payout.refused(call.slug(), Objects.requireNonNullElse(submission.reason(), "reverted"), now)
                    .ifPresent(outbox::publish);
        }
    }
}
