package network.spheron.dao.local.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.web3j.crypto.Keys;

/**
 * A part of the configuration. What is missing or wrong is noted with its full name, and something harmless given back, so
 * that one look finds every problem.
 */
final class Fields {
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9][0-9_]{0,77}");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,8})\\s*([smhd])");
    private static final BigInteger ALL_BITS = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
    private static final String NOBODY = "0x" + "0".repeat(40);

    private final String path;
    private final JsonNode node;
    private final List<String> problems;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Fields> parts = new ArrayList<>();

    Fields(String path, JsonNode node, List<String> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
        if (!node.isMissingNode() && !node.isObject()) problem("", "must have named parts");
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    Fields part(String name) {
        if (!has(name)) problem(name, "is missing");
        Fields part = new Fields(full(name), get(name), problems);
        parts.add(part);
        return part;
    }

    List<Fields> list(String name) {
        List<Fields> list = IntStream.range(0, array(name).size())
                .mapToObj(
                        i -> new Fields(full(name) + "[" + i + "]", array(name).get(i), problems))
                .toList();
        parts.addAll(list);
        return list;
    }

    List<String> addresses(String name) {
        JsonNode array = array(name);
        return IntStream.range(0, array.size())
                .mapToObj(i -> address(name + "[" + i + "]", array.get(i).asText()))
                .toList();
    }

    /** The names of this part's own parts. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    String text(String name) {
        String text = get(name).asText();
        if (text.isBlank()) problem(name, "is missing");
        return text;
    }

    String address(String name) {
        return address(name, text(name));
    }

    Instant time(String name) {
        return parsed(name, Instant.EPOCH, "must be a time such as 2026-01-01T00:00:00Z", Instant::parse);
    }

    BigInteger amount(String name) {
        return amount(name, ALL_BITS);
    }

    BigInteger amount(String name, BigInteger most) {
        return amount(name, BigInteger.ZERO, most);
    }

    BigInteger positive(String name, BigInteger most) {
        return amount(name, BigInteger.ONE, most);
    }

    int number(String name, int least, int most) {
        int number = amount(name).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
        if (has(name) && (number < least || number > most)) {
            problem(name, "must be from " + least + " to " + most + ", not " + number);
        }
        return number;
    }

    long seconds(String name, long least) {
        return seconds(name, least, "");
    }

    /** Longer than a vote of so many seconds. */
    long outlasting(String name, long vote) {
        return seconds(name, vote + 1, ": a vote can take " + vote + " s");
    }

    void problem(String name, String words) {
        problems.add((name.isEmpty() ? path : full(name)) + " " + words);
    }

    /** To be called when everything was asked for: what was not is a mistake of spelling. */
    void refuseOthers() {
        names().stream().filter(name -> !asked.contains(name)).forEach(name -> problem(name, "is not known"));
        parts.forEach(Fields::refuseOthers);
    }

    private <T> T parsed(String name, T otherwise, String words, Function<String, T> parser) {
        if (!has(name)) {
            asked.add(name);
            problem(name, "is missing");
            return otherwise;
        }
        try {
            return parser.apply(get(name).asText().strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            problem(name, words + ", not " + get(name).asText());
            return otherwise;
        }
    }

    private BigInteger amount(String name, BigInteger least, BigInteger most) {
        BigInteger amount =
                parsed(name, least, "must be a whole number in the token's smallest unit", Fields::wholeNumber);
        if (amount.compareTo(least) < 0) problem(name, "must be " + least + " at least, not " + amount);
        if (amount.compareTo(most) > 0) problem(name, "must be " + most + " at most, not " + amount);
        return amount;
    }

    private long seconds(String name, long least, String because) {
        long seconds = parsed(name, least, "must be a length of time such as 90s, 10m, 4h or 7d", Fields::span);
        if (seconds < least || seconds >= 1L << 32) {
            problem(name, "must be " + least + " s at least, and less than 2^32 s" + because);
        }
        return seconds;
    }

    private String address(String name, String text) {
        if (text.isBlank()) return NOBODY;
        if (!ADDRESS.matcher(text).matches()) {
            problem(name, "must be an address, not " + text);
            return NOBODY;
        }
        boolean mixed = !text.substring(2).equals(text.substring(2).toLowerCase(Locale.ROOT))
                && !text.substring(2).equals(text.substring(2).toUpperCase(Locale.ROOT));
        if (mixed && !Keys.toChecksumAddress(text).equals(text))
            problem(name, "has a wrong checksum (EIP-55): " + text);
        String address = text.toLowerCase(Locale.ROOT);
        if (address.equals(NOBODY)) problem(name, "must not be the zero address");
        return address;
    }

    private JsonNode array(String name) {
        JsonNode array = get(name);
        if (!array.isArray() || array.isEmpty()) {
            problem(name, "must be a list of at least one");
            return MissingNode.getInstance();
        }
        return array;
    }

    private JsonNode get(String name) {
        asked.add(name);
        return node.path(name);
    }

    private String full(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static BigInteger wholeNumber(String text) {
        if (!AMOUNT.matcher(text).matches()) throw new NumberFormatException();
        return new BigInteger(text.replace("_", ""));
    }

    private static Long span(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) throw new IllegalArgumentException();
        long unit = switch (span.group(2).charAt(0)) {
            case 'd' -> 86_400;
            case 'h' -> 3_600;
            case 'm' -> 60;
            default -> 1;
        };
        return Long.parseLong(span.group(1)) * unit;
    }
}
