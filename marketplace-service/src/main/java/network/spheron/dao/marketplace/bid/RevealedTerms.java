package network.spheron.dao.marketplace.bid;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigInteger;

/** The terms to which a bid's commitment opened, as the chain shows them. */
@Embeddable
public record RevealedTerms(
        String payee,
        String token,
        @Column(precision = 78) BigInteger price,
        String milestonesHash,
        String textHash,
        String revealTransaction) {}
