package network.spheron.dao.treasury.stop;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Stops of payments, open to everyone. */
@Path("/api/treasury/stops")
@PermitAll
class PaymentStopResource {
    private final PaymentStops stops;

    PaymentStopResource(PaymentStops stops) {
        this.stops = stops;
    }

    @GET
    @Operation(summary = "Every stop of payments with the hash of its reason, newest first")
    @Transactional
    public List<PaymentStopView> stops() {
        return stops.views();
    }
}
