package network.spheron.dao.governance;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.platform.TestDao;

/** A SIP's content as requests state it. */
final class Terms {
    static final BigInteger CAP = BigInteger.valueOf(100_000_000_000L);
    static final BigInteger QUORUM = BigInteger.valueOf(100_000).multiply(BigInteger.TEN.pow(18));
    private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;

    private static final long PERIOD = TestDao.SHORTEST_PERIOD * 10L;
    private static final long EXTENSIONS = 4;
    /** The vote, prolonged as often as may be, and what a competition takes after it. */
    private static final long LONGEST_COURSE = TestDao.DELAY
            + TestDao.VOTING_PERIOD
            + EXTENSIONS * TestDao.DELAY
            + TestDao.DELAY
            + 6 * PERIOD
            + EXTENSIONS * TestDao.DELAY
            + TestDao.OBJECTION_PERIOD;

    private Terms() {}

    /** When work could be funded at the latest under a mandate that is proposed now. */
    static long earliestExpiry() {
        return TestChain.shared().now() + LONGEST_COURSE;
    }

    /** Terms that the treasury of the tests would grant. */
    static Map<String, Object> mandate() {
        Map<String, Object> mandate = new HashMap<>();
        mandate.put("lineName", "Ecosystem Funds");
        mandate.put("cap", CAP.toString());
        mandate.put("expiry", TestChain.shared().now() + YEAR_SECONDS);
        mandate.put("awardRule", "FILL_BUDGET");
        mandate.put("marginBps", 1500);
        mandate.put("quorum", QUORUM.toString());
        mandate.put("bond", "0");
        mandate.put("bidsPerBidder", 2);
        mandate.put("maxBids", 10);
        for (String period : new String[] {
            "biddingPeriod",
            "revealPeriod",
            "reviewPeriod",
            "electionPeriod",
            "standstillPeriod",
            "milestoneReviewPeriod",
            "challengePeriod"
        }) {
            mandate.put(period, PERIOD);
        }
        mandate.put("toleranceBps", 1000);
        mandate.put("inOrder", true);
        return mandate;
    }

    static Map<String, Object> sip(String title) {
        Map<String, Object> sip = new HashMap<>();
        sip.put("title", title);
        sip.put("text", "# " + title + "\n\nWhat we want, and **why**.");
        sip.put("mandate", mandate());
        return sip;
    }

    /** The same with one term of the mandate changed. */
    static Map<String, Object> sipWith(String term, Object value) {
        Map<String, Object> mandate = mandate();
        mandate.put(term, value);
        Map<String, Object> sip = sip("Changed " + term);
        sip.put("mandate", mandate);
        return sip;
    }
}
