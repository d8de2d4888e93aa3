package network.spheron.dao.treasury.stop;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** All stops. */
@ApplicationScoped
public class PaymentStops implements PanacheRepositoryBase<PaymentStop, BigInteger> {
    /** Stops, newest first. */
    public List<PaymentStopView> views() {
        return list("order by round desc").stream().map(PaymentStopView::of).toList();
    }

    /** For how many seconds payments have been stopped in all, up to this time. */
    public long seconds(long now) {
        return listAll().stream().mapToLong(stop -> stop.seconds(now)).sum();
    }

    /** The stop that is in force at this time, in seconds since the epoch. */
    public Optional<PaymentStopView> inForce(long now) {
        return find("until > ?1", now).firstResultOptional().map(PaymentStopView::of);
    }
}
