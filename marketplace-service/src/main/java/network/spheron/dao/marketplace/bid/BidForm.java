package network.spheron.dao.marketplace.bid;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.TokenAmount;
import org.jspecify.annotations.Nullable;

/** A bid as a person fills it in: whole units and days. */
final class BidForm {
    /** Rows for milestones on the page. */
    static final int ROWS = 6;

    private static final BigInteger SECONDS_PER_DAY = BigInteger.valueOf(86_400);

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

    private static List<BidRequest.MilestoneRequest> milestones(MultivaluedMap<String, String> fields, int decimals) {
        List<BidRequest.MilestoneRequest> milestones = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            String title = entered(fields, "title" + row);
            String amount = entered(fields, "amount" + row);
            if (title.isEmpty() && amount.isEmpty()) {
                continue;
            }
            milestones.add(new BidRequest.MilestoneRequest(
                    title.isEmpty() ? null : title,
                    TokenAmount.parse("amount" + row, amount, decimals).toString(),
                    seconds("days" + row, entered(fields, "days" + row))));
        }
        return milestones;
    }

    private static String seconds(String field, String days) {
        if (!days.matches("[0-9]{1,5}")) {
            throw new InvalidField(field, "must be a whole number of days");
        }
        return new BigInteger(days).multiply(SECONDS_PER_DAY).toString();
    }

    private static String entered(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
