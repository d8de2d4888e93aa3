package network.spheron.dao.governance.voting;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.governance.ballot.RelayedStatus;

/** All signed votes that were handed to the relay. */
@ApplicationScoped
class RelayedVotes implements PanacheRepository<RelayedVote> {
    Optional<RelayedVote> live(BigInteger proposalId, String voter) {
        return find("proposalId = ?1 and voter = ?2 and status <> ?3", proposalId, voter, RelayedStatus.REFUSED)
                .firstResultOptional();
    }

    List<RelayedVote> pending(String submissionId) {
        return list("submissionId = ?1 and status = ?2", submissionId, RelayedStatus.PENDING);
    }

    List<RelayedVote> uncounted(BigInteger proposalId) {
        return list("proposalId = ?1 and status <> ?2", Sort.descending("id"), proposalId, RelayedStatus.COUNTED);
    }

    List<RelayedVote> uncounted(BigInteger proposalId, Collection<String> voters) {
        return list(
                "proposalId = ?1 and status <> ?2 and voter in ?3",
                Sort.descending("id"),
                proposalId,
                RelayedStatus.COUNTED,
                voters);
    }
}
