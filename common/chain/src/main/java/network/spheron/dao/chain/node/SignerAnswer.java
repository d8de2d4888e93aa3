package network.spheron.dao.chain.node;

import java.security.SignatureException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.crypto.transaction.type.Transaction1559;
import org.web3j.utils.Numeric;

/** A transaction as an external signer returned it. */
final class SignerAnswer {
    private final byte[] bytes;
    private final Transaction1559 transaction;
    private final Sign.SignatureData signature;

    private SignerAnswer(byte[] bytes, Transaction1559 transaction, Sign.SignatureData signature) {
        this.bytes = bytes;
        this.transaction = transaction;
        this.signature = signature;
    }

    /**
     * Decodes it.
     *
     * @throws SignerUnavailable when it is not a signed transaction of EIP-1559
     */
    static SignerAnswer of(String raw) {
        try {
            if (TransactionDecoder.decode(raw) instanceof SignedRawTransaction signed
                    && signed.getTransaction() instanceof Transaction1559 transaction) {
                return new SignerAnswer(Numeric.hexStringToByteArray(raw), transaction, signed.getSignatureData());
            }
        } catch (RuntimeException e) {
            throw new SignerUnavailable("the signer's answer is no transaction", e);
        }
        throw new SignerUnavailable("the signer's answer is no signed transaction of EIP-1559", null);
    }

    /**
     * Makes sure that it is the transaction which was asked for, signed by that account.
     *
     * @throws SignerUnavailable naming what differs
     */
    AccountKey.Signed requireSignatureOf(String address, AccountKey.Unsigned asked) {
        List<String> differences = differences(asked);
        if (!differences.isEmpty()) {
            throw new SignerUnavailable("the signer signed something else than asked: " + differences, null);
        }
        // Whatever has no name here, such as an access list.
        if (!Arrays.equals(bytes, TransactionEncoder.encode(asked.transaction(), signature))) {
            throw new SignerUnavailable("the signer signed something else than asked", null);
        }
        String signer = signer(asked);
        if (!signer.equals(address)) {
            throw new SignerUnavailable("the signer signed as " + signer + " instead of " + address, null);
        }
        return AccountKey.Signed.of(bytes);
    }

    private List<String> differences(AccountKey.Unsigned asked) {
        List<String> differences = new ArrayList<>();
        compare("chain", transaction.getChainId() == asked.chainId(), differences);
        compare("nonce", transaction.getNonce().longValueExact() == asked.nonce(), differences);
        compare(
                "to",
                Numeric.cleanHexPrefix(transaction.getTo()).equalsIgnoreCase(Numeric.cleanHexPrefix(asked.to())),
                differences);
        compare(
                "data",
                Numeric.cleanHexPrefix(transaction.getData()).equalsIgnoreCase(Numeric.cleanHexPrefix(asked.data())),
                differences);
        compare("value", transaction.getValue().signum() == 0, differences);
        compare("gas", transaction.getGasLimit().longValueExact() == asked.gasLimit(), differences);
        compare("max fee", transaction.getMaxFeePerGas().equals(asked.fees().max()), differences);
        compare(
                "priority fee",
                transaction.getMaxPriorityFeePerGas().equals(asked.fees().priority()),
                differences);
        return differences;
    }

    private static void compare(String name, boolean same, List<String> differences) {
        if (!same) differences.add(name);
    }

    private String signer(AccountKey.Unsigned asked) {
        ECDSASignature point =
                new ECDSASignature(Numeric.toBigInt(signature.getR()), Numeric.toBigInt(signature.getS()));
        // Nodes refuse the other of the two signatures that are valid for a message (EIP-2).
        if (!point.isCanonical()) throw new SignerUnavailable("the signer's signature is not canonical", null);
        byte[] digest = Hash.sha3(TransactionEncoder.encode(asked.transaction()));
        try {
            return Numeric.prependHexPrefix(Keys.getAddress(Sign.signedMessageHashToKey(digest, signature)));
        } catch (SignatureException | RuntimeException e) {
            throw new SignerUnavailable("the signer's signature is not valid", e);
        }
    }
}
