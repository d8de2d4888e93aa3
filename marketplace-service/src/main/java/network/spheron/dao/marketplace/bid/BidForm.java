package network.spheron.dao.marketplace.bid;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.TokenAmount;
import org.jspecify.annotations.Nullable;

/** A bid as a person fills it in: whole units and days. */
final class BidForm {
    /** Rows for milestones on the page. */
    static final int ROWS = 6;

    private static final BigInteger SECONDS_PER_DAY = BigInteger.valueOf(86_400);
    private static final Pattern MILESTONE_FIELD = Pattern.compile("milestones\\[(\\d+)]\\.(\\w+)");

    private BidForm() {}

    /** The same bid as the API takes it. */
    static BidRequest read(MultivaluedMap<String, String> fields, int decimals) {
        return new BidRequest(
                fields.getFirst("wallet"),
                fields.getFirst("title"),
                fields.getFirst("text"),
                payee(fields),
                TokenAmount.parse("price", entered(fields, "price"), decimals).toString(),
                milestones(fields, decimals),
                null);
    }

    /** The payee entered, or the wallet that bids. */
    private static @Nullable String payee(MultivaluedMap<String, String> fields) {
        String payee = entered(fields, "payee");
        return payee.isEmpty() ? fields.getFirst("wallet") : payee;
    }

    /** The refusal of a value under the name that its input has on the page; rows left empty count there too. */
    static InvalidField asEntered(InvalidField refused, MultivaluedMap<String, String> fields) {
        Matcher milestone = MILESTONE_FIELD.matcher(refused.field());
        if (!milestone.matches()) {
            return refused;
        }
        int row = filledRows(fields).get(Integer.parseInt(milestone.group(1)));
        String input = milestone.group(2).equals("durationSeconds") ? "days" : milestone.group(2);
        return new InvalidField(input + row, refused.errorText());
    }

    private static List<BidRequest.MilestoneRequest> milestones(MultivaluedMap<String, String> fields, int decimals) {
        List<BidRequest.MilestoneRequest> milestones = new ArrayList<>();
        for (int row : filledRows(fields)) {
            String title = entered(fields, "title" + row);
            milestones.add(new BidRequest.MilestoneRequest(
                    title.isEmpty() ? null : title,
                    TokenAmount.parse("amount" + row, entered(fields, "amount" + row), decimals)
                            .toString(),
                    seconds("days" + row, entered(fields, "days" + row))));
        }
        return milestones;
    }

    /** The rows of milestones in which anything was entered. */
    private static List<Integer> filledRows(MultivaluedMap<String, String> fields) {
        return IntStream.rangeClosed(1, ROWS)
                .filter(row -> Stream.of("title", "amount", "days")
                        .anyMatch(name -> !entered(fields, name + row).isEmpty()))
                .boxed()
                .toList();
    }

    private static String seconds(String field, String days) {
        if (!days.matches("[1-9][0-9]{0,4}")) {
            throw new InvalidField(field, "must be a whole number of days, more than zero");
        }
        return new BigInteger(days).multiply(SECONDS_PER_DAY).toString();
    }

    private static String entered(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
