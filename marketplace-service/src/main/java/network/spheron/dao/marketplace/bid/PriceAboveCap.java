package network.spheron.dao.marketplace.bid;

import java.math.BigInteger;
import network.spheron.dao.web.Refusal;

/** The price of a bid is more than the mandate allows. */
final class PriceAboveCap extends Refusal {
    PriceAboveCap(BigInteger price, BigInteger cap) {
        super(422, "price-above-cap", "The price " + price + " is above the mandate's cap of " + cap + ".");
    }
}
