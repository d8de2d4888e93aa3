package network.spheron.dao.marketplace.milestone;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigInteger;

/** Which milestone of which agreement; the position counts from 0. */
@Embeddable
public record MilestoneId(@Column(precision = 78) BigInteger agreementId, Integer position) implements Serializable {
    static MilestoneId of(BigInteger agreementId, BigInteger position) {
        return new MilestoneId(agreementId, position.intValueExact());
    }
}
