package network.spheron.dao.governance.sip;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.web.NotFound;
import org.jspecify.annotations.Nullable;

/** All SIPs. */
@ApplicationScoped
class Sips implements PanacheRepositoryBase<Sip, Long> {
    /** The SIP with this id; refused as not found otherwise. */
    Sip sip(long id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("SIP " + id));
    }

    Optional<Sip> byProposal(BigInteger proposalId) {
        return find("proposal.id", proposalId).firstResultOptional();
    }

    /** The SIPs asking for this purpose that were proposed; several when an earlier one failed. */
    List<Sip> byTextHash(String textHash) {
        return list("proposal.textHash", Sort.descending("id"), textHash);
    }

    /** Ids of the SIPs whose next step is the chain's clock's to make. */
    List<Long> idsUnderWay() {
        return find("select id from Sip where status in ?1 order by id", SipStatus.UNDER_WAY)
                .project(Long.class)
                .list();
    }

    List<Sip> newest(@Nullable SipStatus status, Page page) {
        Sort newestFirst = Sort.descending("id");
        return (status == null ? findAll(newestFirst) : find("status", newestFirst, status))
                .page(page)
                .list();
    }

    long count(@Nullable SipStatus status) {
        return status == null ? count() : count("status", status);
    }
}
