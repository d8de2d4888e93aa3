package network.spheron.dao.marketplace.bid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import network.spheron.dao.chain.node.Contracts;
import network.spheron.dao.marketplace.workstream.Competition;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.TokenAmount;
import org.jspecify.annotations.Nullable;

/** Reads a bid from a request and refuses what the mandate or the BidBook contract would not take. */
final class BidRules {
    static final int MOST_MILESTONES = 20;

    private static final int MOST_TITLE = 200;
    private static final int MOST_TEXT = 50_000;
    private static final String NOBODY = "0x" + "0".repeat(40);
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final Pattern WORD = Pattern.compile("0x[0-9a-fA-F]{64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

    private BidRules() {}

    static BidWords words(BidRequest request) {
        return new BidWords(text("title", request.title(), MOST_TITLE), text("text", request.text(), MOST_TEXT));
    }

    static BidOffer offer(BidRequest request, Competition terms, Contracts contracts) {
        String payee = payee(request, terms, contracts);
        BigInteger price = TokenAmount.parseSmallest("price", given("price", request.price()));
        if (price.compareTo(terms.cap()) > 0) {
            throw new PriceAboveCap(price, terms.cap());
        }
        List<MilestonePlan> milestones = milestones(request.milestones());
        BigInteger sum = milestones.stream().map(MilestonePlan::amount).reduce(BigInteger.ZERO, BigInteger::add);
        if (!sum.equals(price)) {
            throw new MilestonesDoNotAddUp(sum, price);
        }
        return new BidOffer(payee, terms.token(), price, milestones);
    }

    static String address(String field, @Nullable String value) {
        String address = given(field, value);
        if (!ADDRESS.matcher(address).matches() || address.equals(NOBODY)) {
            throw new InvalidField(field, "must be an address: 0x and 40 hex digits, not all zero");
        }
        return address.toLowerCase(Locale.ROOT);
    }

    private static String payee(BidRequest request, Competition terms, Contracts contracts) {
        String payee = address("payee", request.payee());
        if (payee.equals(terms.token()) || contracts.at(payee).isPresent()) {
            throw new InvalidField("payee", "must not be the payment token or a contract of the DAO");
        }
        return payee;
    }

    static String salt(String value) {
        if (!WORD.matcher(value).matches()) {
            throw new InvalidField("salt", "must be 32 bytes: 0x and 64 hex digits");
        }
        return value.toLowerCase(Locale.ROOT);
    }

    private static List<MilestonePlan> milestones(@Nullable List<BidRequest.MilestoneRequest> requested) {
        if (requested == null || requested.isEmpty()) {
            throw new InvalidField("milestones", "must have at least one entry");
        }
        if (requested.size() > MOST_MILESTONES) {
            throw new InvalidField("milestones", "can have " + MOST_MILESTONES + " entries at most");
        }
        List<MilestonePlan> plan = new ArrayList<>();
        for (int i = 0; i < requested.size(); i++) {
            BidRequest.MilestoneRequest milestone = requested.get(i);
            String field = "milestones[" + i + "].";
            plan.add(MilestonePlan.of(
                    text(field + "title", milestone.title(), MOST_TITLE),
                    TokenAmount.parseSmallest(field + "amount", given(field + "amount", milestone.amount())),
                    seconds(field + "durationSeconds", milestone.durationSeconds())));
        }
        return plan;
    }

    private static long seconds(String field, @Nullable String value) {
        String text = given(field, value);
        if (!SECONDS.matcher(text).matches() || Long.parseLong(text) == 0) {
            throw new InvalidField(field, "must be a whole number of seconds, more than zero");
        }
        return Long.parseLong(text);
    }

    private static String text(String field, @Nullable String value, int most) {
        String text = given(field, value).strip();
        if (text.length() > most) {
            throw new InvalidField(field, "can have " + most + " characters at most");
        }
        return text;
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidField(field, "is missing");
        }
        return value;
    }
}
