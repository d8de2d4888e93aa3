package network.spheron.dao.governance.election;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The counted ballots, one per voter and election. */
@ApplicationScoped
class Ballots implements PanacheRepositoryBase<Ballot, VoterKey> {
    Optional<Ballot> of(BigInteger mandateId, String voter) {
        return findByIdOptional(new VoterKey(mandateId, voter));
    }

    List<Ballot> in(BigInteger mandateId, Page page) {
        return find("id.mandateId", Sort.by("at").and("id.voter"), mandateId)
                .page(page)
                .list();
    }
}
