package network.spheron.dao.chain.deployment;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.node.AccountKey;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.Fees;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.Receipt;
import network.spheron.dao.contracts.ContractName;

/**
 * Deploys the contracts of a plan with an account that does nothing else, so that its nonces, from 0, name the contracts.
 * Interrupted, it goes on where it stopped; finished, it changes nothing. The account holds no role afterwards.
 */
public final class Deployment {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final BigInteger GAS_CAP = BigInteger.ONE.shiftLeft(24);
    private static final BigInteger NO_FEE_LIMIT = BigInteger.TWO.pow(128);
    private static final String NO_CODE = "0x";

    private final NodeConnection node;
    private final AccountKey deployer;
    private final Creations creations;

    private Deployment(NodeConnection node, AccountKey deployer, DeploymentPlan plan) {
        this.node = node;
        this.deployer = deployer;
        this.creations = new Creations(plan, deployer.address());
    }

    /**
     * Deploys what is not deployed yet and waits until it is mined.
     *
     * @param deployerKey private key, hex, of an account with funds for gas that has sent nothing but this deployment
     * @throws IllegalStateException when the account was used for something else, or a contract was not created
     */
    public static AddressBook run(URI rpcUrl, String deployerKey, DeploymentPlan plan) {
        try (NodeConnection node = NodeConnection.toAnyChain(rpcUrl, REQUEST_TIMEOUT)) {
            return new Deployment(node, AccountKey.of(deployerKey), plan).run();
        }
    }

    private AddressBook run() {
        long done = node.transactionCount(deployer.address(), At.PENDING);
        // Of an earlier run the first block is not known; following from the beginning only takes longer.
        long startBlock = done == 0 ? node.header(At.LATEST).block().number() + 1 : 0;
        List<String> hashes = new ArrayList<>();
        Fees fees = node.fees(NO_FEE_LIMIT);
        List<ContractName> order = Creations.order();
        for (int nonce = (int) Math.min(done, order.size()); nonce < order.size(); nonce++) {
            hashes.add(create(creations.creation(order.get(nonce)), nonce, fees));
        }
        awaitMined(hashes);
        return book(startBlock);
    }

    private String create(String data, long nonce, Fees fees) {
        AccountKey.Signed signed =
                deployer.sign(new AccountKey.Unsigned(node.chainId(), nonce, gasLimit(data), "", data, fees));
        node.broadcast(signed.rawTransaction());
        return signed.hash();
    }

    // Constructors may look at contracts that wait to be mined, which not every node can show.
    private long gasLimit(String data) {
        try {
            BigInteger used = node.estimateGas(deployer.address(), null, data);
            return used.add(used.shiftRight(3)).min(GAS_CAP).longValueExact();
        } catch (CallReverted e) {
            return GAS_CAP.longValueExact();
        }
    }

    private void awaitMined(List<String> hashes) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (node.receipts(hashes).size() < hashes.size()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the contracts were not mined within " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
        for (Receipt receipt : node.receipts(hashes)) {
            if (!receipt.succeeded()) {
                throw new IllegalStateException("transaction " + receipt.transactionHash() + " created no contract");
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the contracts were being deployed", e);
        }
    }

    private AddressBook book(long startBlock) {
        Map<String, String> addresses = new LinkedHashMap<>();
        Map<String, String> codeHashes = new LinkedHashMap<>();
        creations.addresses().forEach((name, address) -> {
            if (node.code(address).equals(NO_CODE)) {
                throw new IllegalStateException(deployer.address() + " was used for something else than deployment: no "
                        + name.key() + " at " + address);
            }
            addresses.put(name.key(), address);
            codeHashes.put(name.key(), node.codeHash(address));
        });
        return new AddressBook(node.chainId(), startBlock, addresses, codeHashes);
    }
}
