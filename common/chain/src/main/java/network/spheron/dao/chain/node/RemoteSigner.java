package network.spheron.dao.chain.node;

import java.math.BigInteger;
import java.util.Map;
import org.web3j.utils.Numeric;

/**
 * An account whose key is with an external signer, which is asked over JSON-RPC for each transaction
 * ({@code eth_signTransaction} as Web3Signer answers it). The signer is not believed: what it returns is compared with
 * what was asked.
 */
final class RemoteSigner implements Signer {
    private final SignerConnection connection;
    private final String address;
    private volatile boolean held;

    RemoteSigner(SignerConnection connection, String address) {
        this.connection = connection;
        this.address = address;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public AccountKey.Signed sign(AccountKey.Unsigned unsigned) {
        if (!held) requireHeld();
        return SignerAnswer.of(connection.sign(parameters(unsigned))).requireSignatureOf(address, unsigned);
    }

    private void requireHeld() {
        if (!connection.accounts().contains(address)) {
            throw new SignerUnavailable("the signer does not have the key of " + address, null);
        }
        held = true;
    }

    private Map<String, String> parameters(AccountKey.Unsigned unsigned) {
        return Map.of(
                "from", address,
                "to", unsigned.to(),
                "gas", hex(BigInteger.valueOf(unsigned.gasLimit())),
                "maxFeePerGas", hex(unsigned.fees().max()),
                "maxPriorityFeePerGas", hex(unsigned.fees().priority()),
                "value", "0x0",
                "data", unsigned.data(),
                "nonce", hex(BigInteger.valueOf(unsigned.nonce())),
                "chainId", hex(BigInteger.valueOf(unsigned.chainId())));
    }

    private static String hex(BigInteger quantity) {
        return Numeric.encodeQuantity(quantity);
    }

    @Override
    public String toString() {
        return "RemoteSigner[" + address + "]";
    }
}
