package network.spheron.dao.governance.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import network.spheron.dao.chain.SubmissionSettled;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;

/** Notes on relayed votes that the transaction carrying them was refused as a whole, so that they can be sent anew. */
@ApplicationScoped
class VoteSettlement {
    private final RelayedVotes relayed;

    VoteSettlement(RelayedVotes relayed) {
        this.relayed = relayed;
    }

    void onSettled(@Observes SubmissionSettled settled) {
        SubmissionView submission = settled.submission();
        if (submission.status() == SubmissionStatus.REFUSED) {
            String reason = submission.reason() == null ? "the transaction was refused" : submission.reason();
            relayed.pending(submission.id()).forEach(vote -> vote.refused(reason));
        }
    }
}
