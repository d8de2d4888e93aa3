package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import network.spheron.dao.web.TokenAmount;
import network.spheron.dao.web.WebConfig;

/** A mandate's terms as sentences that somebody can vote on. */
@ApplicationScoped
public class MandateWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY_SECONDS = 24 * HOUR;

    private final WebConfig config;

    MandateWords(WebConfig config) {
        this.config = config;
    }

    /** The core of it. */
    public String inOneSentence(RequestedMandate mandate) {
        return "up to " + payment(mandate.cap()) + " from the budget line " + mandate.lineName()
                + " is set aside for work that is put out for bids.";
    }

    /** Every term, one sentence each. */
    public List<String> sentences(RequestedMandate mandate) {
        return List.of(
                "Up to " + payment(mandate.cap()) + " may be committed from the budget line " + mandate.lineName()
                        + ", until " + day(mandate.expiry()) + ".",
                switch (mandate.awardRule()) {
                    case SINGLE_WINNER -> "One bid wins: the best approved one that fits the cap.";
                    case FILL_BUDGET -> "Approved bids win, best first, as long as they fit what is left of the cap.";
                },
                approval(mandate),
                (mandate.bond().signum() == 0
                                ? "A bid needs no bond"
                                : "A bid needs a bond of " + votes(mandate.bond()))
                        + "; one bidder may send " + mandate.bidsPerBidder()
                        + " of at most " + mandate.maxBids() + " bids.",
                "Bidding takes " + span(mandate.biddingPeriod()) + ", the reveal " + span(mandate.revealPeriod())
                        + ", the review " + span(mandate.reviewPeriod()) + ", the election "
                        + span(mandate.electionPeriod()) + ", the standstill " + span(mandate.standstillPeriod()) + ".",
                "Stewards review a milestone within " + span(mandate.milestoneReviewPeriod())
                        + "; an approved one can be challenged for " + span(mandate.challengePeriod()) + ".",
                mandate.inOrder()
                        ? "A milestone can be submitted once the one before it is approved, or is over."
                        : "Milestones can be submitted in any order.",
                mandate.toleranceBps() == 0
                        ? "No change order may raise a price without another vote."
                        : "Change orders may raise a price by " + percent(mandate.toleranceBps())
                                + " in all without another vote.");
    }

    private String approval(RequestedMandate mandate) {
        return "A bid is approved when its yes votes exceed its no votes by " + percent(mandate.marginBps())
                + " and both together reach " + votes(mandate.quorum()) + ".";
    }

    String paymentSymbol() {
        return config.paymentSymbol();
    }

    /** An amount of the payment token. */
    String payment(BigInteger amount) {
        return TokenAmount.format(amount, config.paymentDecimals()) + " " + config.paymentSymbol();
    }

    /** An amount of the governance token. */
    String votes(BigInteger amount) {
        return TokenAmount.format(amount, config.votingDecimals()) + " " + config.votingSymbol();
    }

    /** A moment in time, given in seconds since the epoch. */
    static String day(long time) {
        return DAY.format(Instant.ofEpochSecond(time));
    }

    static String percent(int basisPoints) {
        return TokenAmount.format(BigInteger.valueOf(basisPoints), 2) + " %";
    }

    static String span(long seconds) {
        if (seconds % DAY_SECONDS == 0) {
            return count(seconds / DAY_SECONDS, "day");
        }
        if (seconds % HOUR == 0) {
            return count(seconds / HOUR, "hour");
        }
        if (seconds % MINUTE == 0) {
            return count(seconds / MINUTE, "minute");
        }
        return count(seconds, "second");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
