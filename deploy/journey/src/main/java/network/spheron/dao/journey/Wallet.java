package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Locale;
import network.spheron.dao.chain.signing.Signatures;
import network.spheron.dao.local.DemoKeys;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.StructuredDataEncoder;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/** A demo wallet: signs what the platform asks, and sends transactions of its own straight to the chain. */
public final class Wallet {
    private static final BigInteger TIP = BigInteger.valueOf(1_000_000_000L);

    private final Credentials credentials;
    private final Rpc rpc;

    Wallet(int keyIndex, Rpc rpc) {
        this.credentials = Credentials.create(DemoKeys.keyPair(keyIndex));
        this.rpc = rpc;
    }

    String address() {
        return credentials.getAddress().toLowerCase(Locale.ROOT);
    }

    /** Signs typed data (EIP-712), hashed here from what the platform showed. */
    String sign(JsonNode typedData) {
        try {
            byte[] digest = new StructuredDataEncoder(typedData.toString()).hashStructuredData();
            return Signatures.sign(Numeric.toHexString(digest), privateKey());
        } catch (IOException malformed) {
            throw new IllegalStateException("the platform asked to sign what is no typed data", malformed);
        }
    }

    /** Signs a plain text (EIP-191). */
    String signText(String text) {
        return Signatures.sign(Signatures.textDigest(text), privateKey());
    }

    /** Sends a transaction of this wallet's own and answers with its hash once it is in a block. */
    String send(JsonNode request) {
        String to = request.get("to").asText();
        String data = request.get("data").asText();
        JsonNode call = Portal.JSON
                .createObjectNode()
                .put("from", address())
                .put("to", to)
                .put("data", data);
        BigInteger gas = Rpc.number(rpc.ask("eth_estimateGas", call));
        BigInteger baseFee = Rpc.number(rpc.ask("eth_gasPrice"));
        RawTransaction transaction = RawTransaction.createTransaction(
                Rpc.number(rpc.ask("eth_chainId")).longValueExact(),
                Rpc.number(rpc.ask("eth_getTransactionCount", address(), "pending")),
                gas.add(gas.shiftRight(2)),
                to,
                BigInteger.ZERO,
                data,
                TIP,
                baseFee.shiftLeft(1).add(TIP));
        byte[] signed = TransactionEncoder.signMessage(transaction, credentials);
        String hash =
                rpc.ask("eth_sendRawTransaction", Numeric.toHexString(signed)).asText();
        Await.until(
                "transaction " + hash,
                () -> rpc.ask("eth_getTransactionReceipt", hash).hasNonNull("blockNumber"));
        return hash;
    }

    private String privateKey() {
        return Numeric.toHexStringWithPrefixZeroPadded(
                credentials.getEcKeyPair().getPrivateKey(), 64);
    }
}
