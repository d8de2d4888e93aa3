package network.spheron.dao.chain.relay;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.SubmissionSettled;
import network.spheron.dao.chain.node.Receipt;
import org.jboss.logging.Logger;

/** Ends submissions and tells who waits for them, in the transaction that ends them. */
@Singleton
class Settling {
    private static final Logger LOG = Logger.getLogger(Settling.class);

    private final Submissions submissions;
    private final Event<SubmissionSettled> settled;
    private final MeterRegistry meters;

    Settling(Submissions submissions, Event<SubmissionSettled> settled, MeterRegistry meters) {
        this.submissions = submissions;
        this.settled = settled;
        this.meters = meters;
    }

    void complete(Submission submission, Receipt receipt) {
        submission.becameFinal(receipt, Instant.now());
        LOG.infof("%s is final in block %d", submission, receipt.blockNumber());
        tell(submission);
    }

    void refuse(Submission submission, CallReverted refusal) {
        submission.refused(refusal, Instant.now());
        submissions.dissolve(submission.id());
        LOG.infof("%s was refused: %s", submission, refusal.getMessage());
        tell(submission);
    }

    private void tell(Submission submission) {
        String outcome = submission.status().name().toLowerCase(Locale.ROOT);
        meters.counter("chain.submissions.settled", "outcome", outcome).increment();
        settled.fire(new SubmissionSettled(submission.view()));
    }
}
