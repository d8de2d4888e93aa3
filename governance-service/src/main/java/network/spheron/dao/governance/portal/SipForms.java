package network.spheron.dao.governance.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.governance.sip.Floors;
import network.spheron.dao.governance.sip.MandateRequest;
import network.spheron.dao.governance.sip.RequestedMandate;
import network.spheron.dao.governance.sip.SipRequest;
import network.spheron.dao.governance.sip.SipView;
import network.spheron.dao.governance.sip.TreasuryRules;
import network.spheron.dao.web.Form;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.TokenAmount;
import network.spheron.dao.web.WebConfig;

/** A SIP in the units of people: whole tokens, percent, dates and lengths of time. */
@ApplicationScoped
class SipForms {
    private static final long HALF_A_YEAR_SECONDS = 180L * 24 * 60 * 60;
    private static final int PERCENT_DECIMALS = 2;

    private final TreasuryRules treasury;
    private final ChainClock clock;
    private final WebConfig config;

    SipForms(TreasuryRules treasury, ChainClock clock, WebConfig config) {
        this.treasury = treasury;
        this.clock = clock;
        this.config = config;
    }

    /** A new SIP's form: the treasury's floors are where the terms begin. */
    Form blank() {
        Floors floors = treasury.floors();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("awardRule", "FILL_BUDGET");
        values.put("expiry", day(clock.now() + HALF_A_YEAR_SECONDS));
        values.put("marginBps", percent(floors.marginBps()));
        values.put("quorum", votes(floors.quorum()));
        values.put("bond", "0");
        values.put("bidsPerBidder", "3");
        values.put("maxBids", "100");
        values.put("biddingPeriod", Span.write(floors.biddingPeriod()));
        values.put("revealPeriod", Span.write(floors.revealPeriod()));
        values.put("reviewPeriod", Span.write(floors.reviewPeriod()));
        values.put("electionPeriod", Span.write(floors.electionPeriod()));
        values.put("standstillPeriod", Span.write(floors.standstillPeriod()));
        values.put("milestoneReviewPeriod", Span.write(floors.milestoneReviewPeriod()));
        values.put("challengePeriod", Span.write(floors.challengePeriod()));
        values.put("toleranceBps", "0");
        values.put("inOrder", "false");
        return Form.of(values);
    }

    /** The form of a SIP that is revised. */
    Form of(SipView sip) {
        RequestedMandate mandate = sip.mandate();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", sip.title());
        values.put("text", sip.text());
        values.put("lineName", mandate.lineName());
        values.put("cap", TokenAmount.plain(mandate.cap(), config.paymentDecimals()));
        values.put("awardRule", mandate.awardRule().name());
        values.put("expiry", day(mandate.expiry()));
        values.put("marginBps", percent(mandate.marginBps()));
        values.put("quorum", votes(mandate.quorum()));
        values.put("bond", votes(mandate.bond()));
        values.put("bidsPerBidder", Integer.toString(mandate.bidsPerBidder()));
        values.put("maxBids", Integer.toString(mandate.maxBids()));
        values.put("biddingPeriod", Span.write(mandate.biddingPeriod()));
        values.put("revealPeriod", Span.write(mandate.revealPeriod()));
        values.put("reviewPeriod", Span.write(mandate.reviewPeriod()));
        values.put("electionPeriod", Span.write(mandate.electionPeriod()));
        values.put("standstillPeriod", Span.write(mandate.standstillPeriod()));
        values.put("milestoneReviewPeriod", Span.write(mandate.milestoneReviewPeriod()));
        values.put("challengePeriod", Span.write(mandate.challengePeriod()));
        values.put("toleranceBps", percent(mandate.toleranceBps()));
        values.put("inOrder", Boolean.toString(mandate.inOrder()));
        return Form.of(values);
    }

    /**
     * What was entered, as the API takes it.
     *
     * @throws InvalidField naming the first field that has no usable value
     */
    SipRequest request(Map<String, String> entered) {
        Entered form = new Entered(entered);
        return new SipRequest(form.text("title"), unix(form.text("text")), form.text("wallet"), mandate(form));
    }

    private MandateRequest mandate(Entered form) {
        return new MandateRequest(
                form.text("lineName"),
                form.amount("cap", config.paymentDecimals()),
                form.endOfDay("expiry"),
                form.text("awardRule"),
                form.amount("marginBps", PERCENT_DECIMALS),
                form.amount("quorum", config.votingDecimals()),
                form.amount("bond", config.votingDecimals()),
                form.text("bidsPerBidder"),
                form.text("maxBids"),
                form.seconds("biddingPeriod"),
                form.seconds("revealPeriod"),
                form.seconds("reviewPeriod"),
                form.seconds("electionPeriod"),
                form.seconds("standstillPeriod"),
                form.seconds("milestoneReviewPeriod"),
                form.seconds("challengePeriod"),
                form.amount("toleranceBps", PERCENT_DECIMALS),
                form.text("inOrder"));
    }

    private String votes(BigInteger amount) {
        return TokenAmount.plain(amount, config.votingDecimals());
    }

    private static String percent(int basisPoints) {
        return TokenAmount.plain(BigInteger.valueOf(basisPoints), PERCENT_DECIMALS);
    }

    private static String day(long epochSeconds) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(epochSeconds), ZoneOffset.UTC)
                .toString();
    }

    /** Browsers send CR LF; the text's hash must not depend on where it was written. */
    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }

    /** The entered values, turned into what the API takes. */
    private record Entered(Map<String, String> values) {
        String text(String field) {
            return values.getOrDefault(field, "");
        }

        String amount(String field, int decimals) {
            String text = text(field).strip();
            if (text.matches("0+(\\.0*)?")) {
                return "0";
            }
            return TokenAmount.parse(field, text, decimals).toString();
        }

        String seconds(String field) {
            return Long.toString(Span.parse(field, text(field)));
        }

        String endOfDay(String field) {
            try {
                return Long.toString(LocalDate.parse(text(field)).toEpochSecond(LocalTime.MAX, ZoneOffset.UTC));
            } catch (DateTimeParseException e) {
                throw new InvalidField(field, "must be a date, such as 2027-06-30");
            }
        }
    }
}
