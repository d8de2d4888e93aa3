package network.spheron.dao.treasury.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.treasury.escrow.AgreementView;
import network.spheron.dao.treasury.escrow.AwardView;
import network.spheron.dao.treasury.ledger.AccountView;
import network.spheron.dao.treasury.ledger.EntryView;
import network.spheron.dao.treasury.mandate.MandateView;
import network.spheron.dao.treasury.payout.PayoutView;
import network.spheron.dao.web.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Pages under {@code /treasury}. */
@Path("/treasury")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
class TreasuryPages {
    private static final int LEDGER_PAGE = 100;

    private final TreasuryOverview overview;

    TreasuryPages(TreasuryOverview overview) {
        this.overview = overview;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance overview(TreasuryOverview.Figures figures);

        static native TemplateInstance mandate(
                MandateView mandate, List<AwardView> awards, List<AgreementView> agreements, List<PayoutView> payouts);

        static native TemplateInstance ledger(List<AccountView> accounts, List<EntryView> entries, String account);
    }

    @GET
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance show() {
        return Templates.overview(overview.figures());
    }

    @GET
    @Path("/mandates/{mandateId: [0-9]{1,78}}")
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance mandate(BigInteger mandateId) {
        MandateView mandate = overview.mandate(mandateId).orElseThrow(() -> new NotFound("mandate " + mandateId));
        return Templates.mandate(
                mandate, overview.awards(mandateId), overview.agreements(mandateId), overview.payouts(mandateId));
    }

    @GET
    @Path("/ledger")
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance ledger(@QueryParam("account") Optional<String> account) {
        return Templates.ledger(overview.accounts(), overview.entries(account, LEDGER_PAGE), account.orElse(""));
    }
}
