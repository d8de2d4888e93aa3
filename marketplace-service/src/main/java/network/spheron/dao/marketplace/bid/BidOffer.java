package network.spheron.dao.marketplace.bid;

import java.math.BigInteger;
import java.util.List;

/** What a bid asks for: who is paid, how much of which token, by which milestones. */
record BidOffer(String payee, String token, BigInteger price, List<MilestonePlan> milestones) {}
