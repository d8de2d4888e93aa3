package network.spheron.dao.governance.voting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;

/** All counted votes. */
@ApplicationScoped
class Votes implements PanacheRepositoryBase<Vote, VoteId> {
    List<Vote> on(BigInteger proposalId, Page page) {
        return find("id.proposalId", Sort.by("at").and("id.voter"), proposalId)
                .page(page)
                .list();
    }

    boolean has(BigInteger proposalId, String voter) {
        return findByIdOptional(new VoteId(proposalId, voter)).isPresent();
    }
}
