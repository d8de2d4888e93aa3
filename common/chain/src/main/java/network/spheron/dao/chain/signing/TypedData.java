package network.spheron.dao.chain.signing;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/** A message as a wallet shows and signs it (EIP-712). Serialized to JSON it is what eth_signTypedData_v4 takes. */
public final class TypedData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StructTypes DOMAIN_TYPES =
            StructTypes.parse("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

    private final SigningDomain domain;
    private final StructTypes types;
    private final Map<String, ?> message;

    private TypedData(SigningDomain domain, StructTypes types, Map<String, ?> message) {
        this.domain = domain;
        this.types = types;
        this.message = message;
    }

    /**
     * Builds a message and checks that it fits its types.
     *
     * @param types the primary type followed by the types that it refers to, written as EIP-712's encodeType, such as
     *     {@code Bid(uint256 mandateId,Terms terms)Terms(uint256 price,bytes32 salt)}
     * @param message by field name: integers as {@link BigInteger}, {@link Long} or {@link Integer}, addresses and bytes
     *     as 0x-prefixed hex, structs as maps, arrays as lists
     * @throws IllegalArgumentException when a field is missing, unknown or out of its type's range
     */
    public static TypedData of(SigningDomain domain, String types, Map<String, ?> message) {
        TypedData typedData = new TypedData(domain, StructTypes.parse(types), message);
        typedData.digest();
        return typedData;
    }

    /** The 32 bytes that are signed, 0x-prefixed hex: keccak256 of 0x1901, the domain's hash and the message's hash. */
    public String digest() {
        byte[] domainHash = DOMAIN_TYPES.hash(DOMAIN_TYPES.primary(), domainFields());
        byte[] preimage = new byte[66];
        preimage[0] = 0x19;
        preimage[1] = 0x01;
        System.arraycopy(domainHash, 0, preimage, 2, 32);
        System.arraycopy(types.hash(types.primary(), message), 0, preimage, 34, 32);
        return Numeric.toHexString(Hash.sha3(preimage));
    }

    /** EIP-712's hashStruct of the message alone, 0x-prefixed hex. */
    public String messageHash() {
        return Numeric.toHexString(types.hash(types.primary(), message));
    }

    /** The JSON that a wallet's eth_signTypedData_v4 takes; integers are decimal strings. */
    public String json() {
        try {
            return JSON.writeValueAsString(document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("typed data of plain maps did not serialize", e);
        }
    }

    /** {@link #json} as maps and lists, for embedding in a larger document. */
    @JsonValue
    public Map<String, Object> document() {
        Map<String, Object> declared = new LinkedHashMap<>(DOMAIN_TYPES.document());
        declared.putAll(types.document());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("types", declared);
        document.put("primaryType", types.primary());
        document.put("domain", domainFields());
        document.put("message", portable(message));
        return document;
    }

    private Map<String, Object> domainFields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", domain.name());
        fields.put("version", domain.version());
        fields.put("chainId", domain.chainId());
        fields.put("verifyingContract", domain.verifyingContract());
        return fields;
    }

    // JavaScript reads JSON numbers as doubles; strings keep 256-bit integers whole.
    private static Object portable(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, field) -> copy.put(String.valueOf(name), portable(field)));
            return copy;
        }
        if (value instanceof List<?> list)
            return list.stream().map(TypedData::portable).toList();
        if (value instanceof Number number) return number.toString();
        return value;
    }
}
