package network.spheron.dao.governance.voting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;

/** The sums of the votes by proposal. */
@ApplicationScoped
class ProposalTallies implements PanacheRepositoryBase<ProposalTally, BigInteger> {
    ProposalTally of(BigInteger proposalId) {
        return findByIdOptional(proposalId).orElseGet(() -> {
            ProposalTally tally = new ProposalTally(proposalId);
            persist(tally);
            return tally;
        });
    }
}
