package network.spheron.dao.treasury.stop;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Optional;

/** All stops. */
@ApplicationScoped
public class PaymentStops implements PanacheRepositoryBase<PaymentStop, BigInteger> {
    /** The stop that is in force at this time, in seconds since the epoch. */
    public Optional<PaymentStopView> inForce(long now) {
        return find("until > ?1", now).firstResultOptional().map(PaymentStopView::of);
    }
}
