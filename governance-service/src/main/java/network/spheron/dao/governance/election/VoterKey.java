package network.spheron.dao.governance.election;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigInteger;

/** A voter in one election; has one ballot that counts. */
@Embeddable
record VoterKey(
        @Column(name = "mandate_id", precision = 78, scale = 0)
        BigInteger mandateId,

        String voter) {}
