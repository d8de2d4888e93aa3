package network.spheron.dao.treasury.payout;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.web.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Payouts, open to everyone. */
@Path("/api/payouts")
@PermitAll
class PayoutResource {
    private final Payouts payouts;

    PayoutResource(Payouts payouts) {
        this.payouts = payouts;
    }

    @GET
    @Operation(summary = "Every payout, newest agreements first")
    @Transactional
    public List<PayoutView> payouts() {
        return payouts.views();
    }

    @GET
    @Path("/{agreementId: [0-9]{1,78}}/{milestone: [0-9]{1,4}}")
    @Operation(summary = "The payout of one milestone")
    @Transactional
    public PayoutView payout(BigInteger agreementId, int milestone) {
        return payouts.findByIdOptional(new PayoutKey(agreementId, milestone))
                .map(PayoutView::of)
                .orElseThrow(() -> new NotFound("milestone " + milestone + " of agreement " + agreementId));
    }
}
