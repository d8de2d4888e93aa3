package network.spheron.dao.marketplace.agreement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.web.BudgetBar;
import network.spheron.dao.web.WebConfig;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page of an agreement. */
@Path("/agreements")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
class AgreementPages {
    private final ReadAgreements readAgreements;
    private final WebConfig web;

    AgreementPages(ReadAgreements readAgreements, WebConfig web) {
        this.readAgreements = readAgreements;
        this.web = web;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(List<AgreementLine> agreements);

        static native TemplateInstance detail(AgreementView agreement, BudgetBar money);
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable BigInteger mandate) {
        return Templates.list(readAgreements.all(mandate));
    }

    @GET
    @Path("/{agreementId}")
    public TemplateInstance detail(BigInteger agreementId) {
        AgreementView agreement = readAgreements.one(agreementId);
        BigInteger paid = agreement.paidValue();
        BudgetBar money = new BudgetBar(
                agreement.priceValue(),
                agreement.priceValue().subtract(paid).subtract(agreement.refundedValue()),
                paid,
                web.paymentDecimals(),
                web.paymentSymbol());
        return Templates.detail(agreement, money);
    }
}
