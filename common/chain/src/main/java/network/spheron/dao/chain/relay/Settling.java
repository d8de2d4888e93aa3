package network.spheron.dao.chain.relay;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.SubmissionSettled;
import network.spheron.dao.chain.node.Receipt;
import org.jboss.logging.Logger;

/** Ends submissions and tells who waits for them, in the transaction that ends them; or has them begin anew. */
@Singleton
class Settling {
    private static final Logger LOG = Logger.getLogger(Settling.class);

    private final Submissions submissions;
    private final Event<SubmissionSettled> settled;
    private final RelayCounts counts;

    Settling(Submissions submissions, Event<SubmissionSettled> settled, RelayCounts counts) {
        this.submissions = submissions;
        this.settled = settled;
        this.counts = counts;
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

    /** It reverted, and would not any more. */
    void repeat(Submission submission, Receipt receipt) {
        submission.repeated();
        LOG.infof("%s reverted in block %d, and is made again", submission, receipt.blockNumber());
        counts.repeated();
    }

    /** The block it was in is no longer part of the chain. */
    void reopen(Submission submission) {
        submission.unmined();
        LOG.infof("%s is not mined any more", submission);
        counts.reopened();
    }

    private void tell(Submission submission) {
        counts.settled(submission);
        settled.fire(new SubmissionSettled(submission.view()));
    }
}
