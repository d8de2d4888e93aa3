package network.spheron.dao.governance.sip;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.TokenAmount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The mandate's terms as a request states them. Amounts are decimal strings in the smallest unit; periods are seconds. */
@Schema(description = "Terms of the competition mandate that the SIP asks for")
public record MandateRequest(
        @Nullable String lineName,
        @Nullable String cap,
        @Nullable String expiry,
        @Nullable String awardRule,
        @Nullable String marginBps,
        @Nullable String quorum,
        @Nullable String bond,
        @Nullable String bidsPerBidder,
        @Nullable String maxBids,
        @Nullable String biddingPeriod,
        @Nullable String revealPeriod,
        @Nullable String reviewPeriod,
        @Nullable String electionPeriod,
        @Nullable String standstillPeriod,
        @Nullable String milestoneReviewPeriod,
        @Nullable String challengePeriod,
        @Nullable String toleranceBps,
        @Nullable String inOrder) {
    private static final long MOST_BIDS = 500;
    private static final long MOST_BPS = 65_535;
    private static final long LONGEST_PERIOD_SECONDS = 4_294_967_295L;
    /** The last second of the year 9999: beyond it, an expiry is a mistake. */
    private static final long LATEST_EXPIRY = 253_402_300_799L;

    /**
     * The terms that this request states.
     *
     * @throws InvalidField naming the first field that has no usable value
     */
    RequestedMandate toMandate() {
        return new RequestedMandate(
                given("lineName", lineName).strip(),
                TokenAmount.parseSmallest("cap", given("cap", cap)),
                whole("expiry", expiry, 1, LATEST_EXPIRY),
                rule(),
                (int) whole("marginBps", marginBps, 0, MOST_BPS),
                TokenAmount.parseSmallest("quorum", given("quorum", quorum)),
                "0".equals(bond) ? BigInteger.ZERO : TokenAmount.parseSmallest("bond", given("bond", bond)),
                (int) whole("bidsPerBidder", bidsPerBidder, 1, MOST_BIDS),
                (int) whole("maxBids", maxBids, 1, MOST_BIDS),
                period("biddingPeriod", biddingPeriod),
                period("revealPeriod", revealPeriod),
                period("reviewPeriod", reviewPeriod),
                period("electionPeriod", electionPeriod),
                period("standstillPeriod", standstillPeriod),
                period("milestoneReviewPeriod", milestoneReviewPeriod),
                period("challengePeriod", challengePeriod),
                (int) whole("toleranceBps", toleranceBps, 0, MOST_BPS),
                yes("inOrder", inOrder));
    }

    private AwardRule rule() {
        String name = given("awardRule", awardRule);
        return Arrays.stream(AwardRule.values())
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidField(
                        "awardRule",
                        "must be one of "
                                + Arrays.stream(AwardRule.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static boolean yes(String field, @Nullable String text) {
        String answer = given(field, text);
        if (!answer.equals("true") && !answer.equals("false")) {
            throw new InvalidField(field, "must be true or false");
        }
        return answer.equals("true");
    }

    private static long period(String field, @Nullable String text) {
        return whole(field, text, 1, LONGEST_PERIOD_SECONDS);
    }

    private static long whole(String field, @Nullable String text, long least, long most) {
        String digits = given(field, text).strip();
        if (!digits.matches("-?[0-9]{1,15}")) {
            throw new InvalidField(field, "must be a whole number");
        }
        long value = Long.parseLong(digits);
        if (value < least || value > most) {
            throw new InvalidField(field, "must be between " + least + " and " + most);
        }
        return value;
    }

    private static String given(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidField(field, "is required");
        }
        return text;
    }
}
