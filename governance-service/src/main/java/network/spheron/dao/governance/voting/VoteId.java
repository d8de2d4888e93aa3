package network.spheron.dao.governance.voting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigInteger;

/** Who voted on what; a voter votes once per proposal. */
@Embeddable
record VoteId(
        @Column(name = "proposal_id", precision = 78, scale = 0)
        BigInteger proposalId,

        String voter) {}
