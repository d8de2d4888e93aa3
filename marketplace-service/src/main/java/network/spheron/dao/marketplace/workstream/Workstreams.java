package network.spheron.dao.marketplace.workstream;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.web.NotFound;

/** All workstreams. */
@ApplicationScoped
public class Workstreams implements PanacheRepositoryBase<Workstream, BigInteger> {
    private static final int PAGE = 200;

    /**
     * The workstream of a mandate.
     *
     * @throws NotFound when there is none
     */
    public Workstream require(BigInteger mandateId) {
        return findByIdOptional(mandateId).orElseThrow(() -> new NotFound("workstream " + mandateId));
    }

    List<Workstream> newestFirst() {
        return find("order by mandateId desc").page(0, PAGE).list();
    }

    /** Mandates whose bidding nobody has opened, whose text is here to be read, and that allow spending for some time yet. */
    List<BigInteger> toOpen(long now) {
        return find(
                        "select w.mandateId from Workstream w where w.windows.openedAt is null and w.sipId is not null"
                                + " and w.terms.expiry > ?1 order by w.mandateId desc",
                        now)
                .project(BigInteger.class)
                .page(0, PAGE)
                .list();
    }
}
