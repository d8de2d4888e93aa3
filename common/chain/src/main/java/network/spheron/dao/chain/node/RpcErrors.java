package network.spheron.dao.chain.node;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.contracts.ContractErrors;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.Response;

/** Tells a contract's refusal from a node's, and puts the contract's reason into words. */
final class RpcErrors {
    private static final int EXECUTION_REVERTED = 3;
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{8,}");
    private static final Pattern FAILED_EXECUTION =
            Pattern.compile("revert|evm error|out ?of ?gas|gas required exceeds|invalid opcode|stack (over|under)flow");

    private RpcErrors() {}

    static RuntimeException asException(String method, Response.Error error) {
        String message = String.valueOf(error.getMessage());
        boolean executionFailed = error.getCode() == EXECUTION_REVERTED
                || FAILED_EXECUTION.matcher(message.toLowerCase(Locale.ROOT)).find();
        if (!executionFailed) return new NodeRefused(method, error.getCode(), message);
        return revertData(error.getData())
                .flatMap(ContractErrors::describe)
                .map(described -> new CallReverted(described.name(), described.text()))
                .orElseGet(() -> new CallReverted("Reverted", message));
    }

    // Some nodes put the bytes into data, quoted or inside a sentence, others into an object.
    private static Optional<String> revertData(@Nullable String data) {
        if (data == null) return Optional.empty();
        Matcher hex = HEX.matcher(data);
        return hex.find() ? Optional.of(hex.group()) : Optional.empty();
    }
}
