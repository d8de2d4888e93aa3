package network.spheron.dao.marketplace.milestone;

import jakarta.persistence.Embeddable;
import java.util.Set;

/** Who works and who is paid; addresses, lower-case hex. */
@Embeddable
public record Parties(String contractor, String payee) {
    /** The wallets with an interest in the milestone. */
    Set<String> interested() {
        return contractor.equals(payee) ? Set.of(contractor) : Set.of(contractor, payee);
    }
}
