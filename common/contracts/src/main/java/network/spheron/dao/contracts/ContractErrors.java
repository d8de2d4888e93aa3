package network.spheron.dao.contracts;

import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what a refused call returned into words: the contracts' own errors, OpenZeppelin's and Solidity's two. */
public final class ContractErrors {
    private static final int SELECTOR_HEX_LENGTH = 10;

    private static final Map<String, Known> BY_SELECTOR = Stream.concat(
                    Stream.of("Error(string) reason", "Panic(uint256) code"), KnownErrors.ALL.stream())
            .map(Known::of)
            .collect(Collectors.toMap(Known::selector, known -> known, (first, second) -> first));

    private ContractErrors() {}

    /**
     * The error in a call's revert data.
     *
     * @param revertData 0x-prefixed hex
     * @return empty when the data is no error of these contracts
     */
    public static Optional<Described> describe(String revertData) {
        if (revertData.length() < SELECTOR_HEX_LENGTH) return Optional.empty();
        Known known =
                BY_SELECTOR.get(revertData.substring(0, SELECTOR_HEX_LENGTH).toLowerCase(Locale.ROOT));
        if (known == null) return Optional.empty();
        try {
            return Optional.of(known.describe(Abi.bytes(revertData)));
        } catch (IllegalArgumentException notItsArguments) {
            return Optional.empty();
        }
    }

    /** The name of the error with this selector, as refusals in batches are logged; 0x-prefixed hex of four bytes. */
    public static Optional<String> nameOf(String selector) {
        return Optional.ofNullable(BY_SELECTOR.get(selector.toLowerCase(Locale.ROOT)))
                .map(known -> known.error().getName());
    }

    private record Known(Function error, List<String> fields) {
        static Known of(String signatureAndFields) {
            List<String> parts = Arrays.asList(signatureAndFields.split(" ", -1));
            return new Known(new Function(parts.get(0)), parts.subList(1, parts.size()));
        }

        String selector() {
            return "0x" + error.selectorHex();
        }

        Described describe(byte[] revertData) {
            Tuple values = Abi.decoded(
                    error.getInputs(), Arrays.copyOfRange(revertData, Function.SELECTOR_LEN, revertData.length));
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                shown.add((words(fields.get(i)) + " " + shown(values.get(i))).strip());
            }
            String name = words(error.getName());
            return new Described(
                    error.getName(), shown.isEmpty() ? name : name + " (" + String.join(", ", shown) + ")");
        }

        private static String shown(Object value) {
            if (value instanceof Address) return Abi.address(value);
            return value instanceof byte[] ? Abi.hex(value) : value.toString();
        }

        private static String words(String camelCase) {
            return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        }
    }
}
