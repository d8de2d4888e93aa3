package network.spheron.dao.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.signing.TypedData;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks the person's wallet to do; exactly one of typed data, message and transaction is there.
 *
 * @param words what is signed or sent, in plain sentences
 * @param typedData EIP-712 JSON, signed with {@code eth_signTypedData_v4}
 * @param message text, signed with {@code personal_sign}
 * @param transaction what the person's own wallet sends
 * @param fields form fields that the page sends back beside the signature
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignRequest(
        List<String> words,
        @Nullable TypedData typedData,
        @Nullable String message,
        @Nullable OwnTransaction transaction,
        Map<String, String> fields) {

    /** A request to sign a message of a contract (EIP-712). */
    public static SignRequest typedData(TypedData typedData, List<String> words) {
        return new SignRequest(words, typedData, null, null, Map.of());
    }

    public static SignRequest message(String message, List<String> words) {
        return new SignRequest(words, null, message, null, Map.of());
    }

    public static SignRequest transaction(OwnTransaction transaction) {
        return new SignRequest(transaction.words(), null, null, transaction, Map.of());
    }

    /** The same request with fields that come back with the signature, such as {@code bidId}. */
    public SignRequest returning(Map<String, String> fields) {
        return new SignRequest(words, typedData, message, transaction, Map.copyOf(fields));
    }
}
