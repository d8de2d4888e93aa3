package network.spheron.dao.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What forge compiled. */
final class Compiled {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Compiled() {}

    /** Forge's artifact of a contract. */
    static JsonNode of(ContractName contract) throws IOException {
        String name = className(contract);
        return JSON.readTree(
                Tool.MODULE.resolve("out/" + name + ".sol/" + name + ".json").toFile());
    }

    /** What the contract is called in its source, such as {@code BidBook}. */
    static String className(ContractName contract) {
        if (contract == ContractName.PAYMENT_TOKEN) return "LocalToken";
        return Stream.of(contract.key().split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
