package network.spheron.dao.web;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What templates may say about a value: {@code hash.shortened}, {@code status.humanized}, {@code text.markdown}. */
@TemplateExtension
final class PortalTemplates {
    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private PortalTemplates() {}

    /** {@code 0x1234…cdef} for an address or a hash. */
    static String shortened(String hex) {
        return hex.length() <= 14 ? hex : hex.substring(0, 6) + "…" + hex.substring(hex.length() - 4);
    }

    /** {@code Sent back} for {@code SENT_BACK}. */
    static String humanized(Object status) {
        String text = status.toString().replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    // Not called "tone": extensions of Object also answer for a template's own data, where tone is a tag's parameter.
    /** The style's name for the colour of a status. */
    static String statusTone(Object status) {
        return StatusTone.of(status.toString()).orElse(StatusTone.QUIET).css();
    }

    /** Safe HTML of a member's Markdown. */
    static RawString markdown(String text) {
        return new RawString(Markdown.toHtml(text));
    }

    /** {@code amount.inUnits(6)}: whole units for reading. */
    static String inUnits(BigInteger smallest, int decimals) {
        return TokenAmount.format(smallest, decimals);
    }

    /** {@code seconds.readableTime}: a time in seconds since the epoch, for people. */
    static String readableTime(long epochSeconds) {
        return READABLE.format(Instant.ofEpochSecond(epochSeconds));
    }

    /** {@code seconds.isoTime}: a time in seconds since the epoch, for the datetime attribute. */
    static String isoTime(long epochSeconds) {
        return Instant.ofEpochSecond(epochSeconds).toString();
    }

    /** {@code seconds.readableDuration}: {@code 3 days 4 h}, {@code 90 s}; the two largest units. */
    static String readableDuration(long seconds) {
        Duration length = Duration.ofSeconds(Math.max(0, seconds));
        if (length.toDays() > 0) {
            return length.toDays() + (length.toDays() == 1 ? " day" : " days") + part(length.toHoursPart(), "h");
        }
        if (length.toHours() > 0) {
            return length.toHours() + " h" + part(length.toMinutesPart(), "min");
        }
        if (length.toMinutes() > 0) {
            return length.toMinutes() + " min" + part(length.toSecondsPart(), "s");
        }
        return length.toSeconds() + " s";
    }

    private static String part(int count, String unit) {
        return count == 0 ? "" : " " + count + " " + unit;
    }
}
