package network.spheron.dao.marketplace.contractor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import network.spheron.dao.identity.Roles;
import network.spheron.dao.marketplace.agreement.AgreementLine;
import network.spheron.dao.marketplace.agreement.ReadAgreements;
import network.spheron.dao.marketplace.bid.OwnBidLine;
import network.spheron.dao.marketplace.bid.ReadBids;

/** A contractor's own page: bids and agreements. */
@Path("/contractor")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.CONTRACTOR)
@Blocking
class ContractorPages {
    private final ReadBids readBids;
    private final ReadAgreements readAgreements;

    ContractorPages(ReadBids readBids, ReadAgreements readAgreements) {
        this.readBids = readBids;
        this.readAgreements = readAgreements;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance overview(List<OwnBidLine> bids, List<AgreementLine> agreements);
    }

    @GET
    public TemplateInstance overview() {
        return Templates.overview(readBids.ownLines(), readAgreements.mine());
    }
}
