package network.spheron.dao.governance.election;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.governance.ballot.RelayedStatus;

/** All signed ballots that were handed to the relay. */
@ApplicationScoped
class RelayedBallots implements PanacheRepository<RelayedBallot> {
    Optional<RelayedBallot> live(BigInteger mandateId, String voter, BigInteger sequence) {
        return find(
                        "mandateId = ?1 and voter = ?2 and sequence = ?3 and status <> ?4",
                        mandateId,
                        voter,
                        sequence,
                        RelayedStatus.REFUSED)
                .firstResultOptional();
    }

    /** The highest sequence of a voter that was not refused. */
    BigInteger highest(BigInteger mandateId, String voter) {
        return find(
                        "mandateId = ?1 and voter = ?2 and status <> ?3",
                        Sort.descending("sequence"),
                        mandateId,
                        voter,
                        RelayedStatus.REFUSED)
                .firstResultOptional()
                .map(RelayedBallot::sequence)
                .orElse(BigInteger.ZERO);
    }

    List<RelayedBallot> pending(String submissionId) {
        return list("submissionId = ?1 and status = ?2", submissionId, RelayedStatus.PENDING);
    }

    List<RelayedBallot> uncounted(BigInteger mandateId) {
        return list("mandateId = ?1 and status <> ?2", Sort.descending("id"), mandateId, RelayedStatus.COUNTED);
    }

    List<RelayedBallot> uncounted(BigInteger mandateId, Collection<String> voters) {
        return list(
                "mandateId = ?1 and status <> ?2 and voter in ?3",
                Sort.descending("id"),
                mandateId,
                RelayedStatus.COUNTED,
                voters);
    }
}
