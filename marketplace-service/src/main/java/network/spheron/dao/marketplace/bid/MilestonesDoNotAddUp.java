package network.spheron.dao.marketplace.bid;

import java.math.BigInteger;
import network.spheron.dao.web.Refusal;

/** The milestones' amounts are not the price. */
final class MilestonesDoNotAddUp extends Refusal {
    MilestonesDoNotAddUp(BigInteger sum, BigInteger price) {
        super(422, "milestones-do-not-add-up", "The milestones add up to " + sum + ", the price is " + price + ".");
    }
}
