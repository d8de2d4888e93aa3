package network.spheron.dao.governance.voting;

import java.util.Map;
import network.spheron.dao.web.Refusal;

/** The wallet has voted on this proposal, or its vote is on the way. */
final class AlreadyVoted extends Refusal {
    AlreadyVoted(String voter) {
        super(
                409,
                "already-voted",
                "wallet " + voter + " has voted on this proposal already, or its vote is on the way",
                Map.of("voter", voter));
    }
}
