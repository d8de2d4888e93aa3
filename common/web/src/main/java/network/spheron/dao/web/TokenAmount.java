package network.spheron.dao.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Amounts of a token as people write them (whole units) and as the chain counts them (smallest units). */
public final class TokenAmount {
    private static final BigInteger MOST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
    private static final Pattern WHOLE_UNITS =
            Pattern.compile("-?([0-9]{1,78}|[0-9]{1,3}([, _][0-9]{3}){1,25})(\\.[0-9]{1,78})?");
    private static final Pattern SMALLEST_UNITS = Pattern.compile("[0-9]{1,78}");

    private TokenAmount() {}

    /**
     * Reads an amount that a person wrote in whole units, such as {@code 1250.50} or {@code 1,250.50}. A comma that does not
     * stand between groups of three digits is refused: some write it where others write the point.
     *
     * @return the amount in the smallest unit, between 1 and 2^256-1
     * @throws InvalidField naming the field
     */
    public static BigInteger parse(String field, String text, int decimals) {
        String amount = text.strip();
        if (!WHOLE_UNITS.matcher(amount).matches()) {
            throw new InvalidField(field, "must be a number, such as 1250.50");
        }
        BigDecimal smallest = new BigDecimal(amount.replaceAll("[, _]", ""))
                .movePointRight(decimals)
                .stripTrailingZeros();
        if (smallest.scale() > 0) {
            throw new InvalidField(field, "has more than " + decimals + " decimal places");
        }
        return checked(field, smallest.toBigIntegerExact());
    }

    /**
     * Reads an amount of the API: a decimal string in the smallest unit.
     *
     * @return the amount, between 1 and 2^256-1
     * @throws InvalidField naming the field
     */
    public static BigInteger parseSmallest(String field, String text) {
        if (!SMALLEST_UNITS.matcher(text).matches()) {
            if (text.startsWith("-")) {
                throw new InvalidField(field, "must be more than zero");
            }
            throw new InvalidField(field, "must be a whole number of the token's smallest unit");
        }
        return checked(field, new BigInteger(text));
    }

    /** Refuses what is not between 1 and 2^256-1, naming the field. */
    public static BigInteger checked(String field, BigInteger smallest) {
        if (smallest.signum() <= 0) {
            throw new InvalidField(field, "must be more than zero");
        }
        if (smallest.compareTo(MOST) > 0) {
            throw new InvalidField(field, "is larger than a token amount can be (2^256-1)");
        }
        return smallest;
    }

    /** In whole units with every significant decimal, without grouping: what {@link #parse} reads back. */
    public static String plain(BigInteger smallest, int decimals) {
        BigDecimal whole = new BigDecimal(smallest, decimals).stripTrailingZeros();
        return whole.setScale(Math.max(0, whole.scale())).toPlainString();
    }

    /** In whole units for reading: grouped by thousands, with at least two decimals if there are any. */
    public static String format(BigInteger smallest, int decimals) {
        String plain = plain(smallest.abs(), decimals);
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "" : plain.substring(point + 1);
        String grouped = whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
        String decimalPart = fraction.isEmpty() ? "" : "." + (fraction.length() == 1 ? fraction + "0" : fraction);
        return (smallest.signum() < 0 ? "−" : "") + grouped + decimalPart;
    }
}
