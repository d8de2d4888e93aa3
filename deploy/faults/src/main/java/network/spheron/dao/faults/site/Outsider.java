package network.spheron.dao.faults.site;

import java.math.BigInteger;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.journey.Delivery;
import network.spheron.dao.local.DemoKeys;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/** Signs transactions that the platform knows nothing of. */
public final class Outsider {
    private static final long CHAIN_ID = 31_337;
    private static final BigInteger GAS = BigInteger.valueOf(2_000_000);
    private static final BigInteger TIP = BigInteger.valueOf(5_000_000_000L);
    private static final BigInteger MOST = BigInteger.valueOf(400_000_000_000L);

    private Outsider() {}

    /** A release of a milestone by the account that deployed the contracts, which anybody may send. */
    public static String release(Chain chain, Delivery.Work work) {
        String data = MilestoneEscrow.release(new BigInteger(work.agreementId()), BigInteger.valueOf(work.index()))
                .data();
        long nonce = chain.transactions(DemoKeys.address(DemoKeys.DEPLOYER), "latest");
        return sign(DemoKeys.DEPLOYER, nonce, chain.address(ContractName.MILESTONE_ESCROW), data);
    }

    /** A transaction with a service's key that does nothing. */
    public static String nothing(String service, long nonce) {
        int key = DemoKeys.relayOf(service);
        return sign(key, nonce, DemoKeys.address(key), "0x");
    }

    private static String sign(int key, long nonce, String to, String data) {
        RawTransaction transaction = RawTransaction.createTransaction(
                CHAIN_ID, BigInteger.valueOf(nonce), GAS, to, BigInteger.ZERO, data, TIP, MOST);
        Credentials credentials = Credentials.create(DemoKeys.keyPair(key));
        return Numeric.toHexString(TransactionEncoder.signMessage(transaction, credentials));
    }
}
