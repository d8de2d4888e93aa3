package network.spheron.dao.governance.portal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.spheron.dao.web.InvalidField;

/** A length of time as people write it in forms: {@code 90s}, {@code 10m}, {@code 4h}, {@code 7d}. */
final class Span {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\s*([smhd])");
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Span() {}

    /**
     * Seconds.
     *
     * @throws InvalidField when it is not such a length
     */
    static long parse(String field, String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new InvalidField(field, "must be a length of time, such as 90s, 10m, 4h or 7d");
        }
        return Long.parseLong(form.group(1)) * unit(form.group(2).charAt(0));
    }

    /** The same length in the largest unit that fits without a rest. */
    static String write(long seconds) {
        if (seconds % DAY == 0) {
            return seconds / DAY + "d";
        }
        if (seconds % HOUR == 0) {
            return seconds / HOUR + "h";
        }
        return seconds % MINUTE == 0 ? seconds / MINUTE + "m" : seconds + "s";
    }

    private static long unit(char letter) {
        return switch (letter) {
            case 'd' -> DAY;
            case 'h' -> HOUR;
            case 'm' -> MINUTE;
            default -> 1;
        };
    }
}
