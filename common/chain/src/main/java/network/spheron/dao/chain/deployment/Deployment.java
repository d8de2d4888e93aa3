package network.spheron.dao.chain.deployment;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.node.AccountKey;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.Fees;
import network.spheron.dao.chain.node.MinedTransaction;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.NodeRefused;
import network.spheron.dao.chain.node.Receipt;
import network.spheron.dao.contracts.Artifacts;
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
    private final Optional<Path> file;
    private final CreationHistory history;

    private Deployment(NodeConnection node, AccountKey deployer, Creations creations, Optional<Path> file) {
        this.node = node;
        this.deployer = deployer;
        this.creations = creations;
        this.file = file;
        this.history = new CreationHistory(node, deployer.address());
    }

    /**
     * Deploys what is not deployed yet and waits until it is mined, with tokens of its own.
     *
     * @param deployerKey private key, hex, of an account with funds for gas that has sent nothing but this deployment
     * @throws IllegalStateException when the account was used for something else, or a contract was not created
     */
    public static AddressBook run(URI rpcUrl, String deployerKey, DeploymentPlan plan) {
        return run(rpcUrl, deployerKey, plan, ExistingTokens.NONE, Optional.empty());
    }

    /**
     * The same with tokens that exist already.
     *
     * @param file of the address book, kept up to date with every transaction; what an earlier run left there, complete or
     *     not, spares a search through the chain
     */
    public static AddressBook run(
            URI rpcUrl, String deployerKey, DeploymentPlan plan, ExistingTokens existing, Optional<Path> file) {
        AccountKey deployer = AccountKey.of(deployerKey);
        try (NodeConnection node = NodeConnection.toAnyChain(rpcUrl, REQUEST_TIMEOUT)) {
            Creations creations = new Creations(plan, existing, deployer.address());
            Deployment deployment = new Deployment(node, deployer, creations, file);
            file.filter(Files::exists).map(AddressBook::read).ifPresent(deployment::recall);
            AddressBook complete = deployment.run();
            file.ifPresent(complete::write);
            return complete;
        }
    }

    private void recall(AddressBook earlier) {
        List<ContractName> order = creations.order();
        for (int nonce = 0; nonce < order.size(); nonce++) {
            String hash = earlier.transactions().get(order.get(nonce).key());
            if (hash != null) history.know(nonce, hash);
        }
    }

    private AddressBook run() {
        List<ContractName> order = creations.order();
        long done = node.transactionCount(deployer.address(), At.PENDING);
        if (done > order.size()) throw usedForSomethingElse(done);
        List<MinedTransaction> created = new ArrayList<>();
        requireSame(created, node.transactionCount(deployer.address(), At.LATEST));
        createMissing();
        requireSame(created, order.size());
        requireSucceeded(created);
        return book(created);
    }

    /** Adds what was created up to this many transactions; refuses what does not follow from the plan. */
    private void requireSame(List<MinedTransaction> created, long count) {
        for (int nonce = created.size(); nonce < count; nonce++) {
            MinedTransaction sent = history.sent(nonce);
            ContractName name = creations.order().get(nonce);
            if (!sent.input().startsWith(Artifacts.bytecode(builtAs(name, sent))))
                throw usedForSomethingElse(nonce + 1);
            if (!sent.input().equals(creations.creation(name))) {
                throw new IllegalStateException(name.key() + " was deployed with other arguments by " + sent.hash()
                        + "; go on with what was configured then, or with another account");
            }
            created.add(sent);
        }
    }

    private static ContractName builtAs(ContractName name, MinedTransaction sent) {
        boolean wrapped = name == ContractName.GOVERNANCE_TOKEN
                && sent.input().startsWith(Artifacts.bytecode(ContractName.VOTES_WRAPPER));
        return wrapped ? ContractName.VOTES_WRAPPER : name;
    }

    private IllegalStateException usedForSomethingElse(long transaction) {
        return new IllegalStateException(deployer.address()
                + " was used for something else than this deployment, or for one of other contracts: see its transaction "
                + transaction);
    }

    /** Sends what is missing, and again what the node has forgotten before it was mined, as nodes do with full blocks. */
    private void createMissing() {
        Fees fees = node.fees(NO_FEE_LIMIT);
        Instant deadline = Instant.now().plus(PATIENCE);
        long sent = 0;
        while (node.transactionCount(deployer.address(), At.LATEST)
                < creations.order().size()) {
            if (Instant.now().isAfter(deadline)) throw notMined();
            long next = node.transactionCount(deployer.address(), At.PENDING);
            boolean again = next < sent;
            if (again || next == creations.order().size()) pause();
            if (next < creations.order().size()) create(next, fees, again);
            sent = Math.max(sent, next + 1);
        }
    }

    private void create(long nonce, Fees fees, boolean again) {
        String data = creations.creation(creations.order().get((int) nonce));
        AccountKey.Signed signed =
                deployer.sign(new AccountKey.Unsigned(node.chainId(), nonce, gasLimit(data), "", data, fees));
        // Before it is sent, because the answer may be lost.
        if (!again) keep(nonce, signed.hash());
        try {
            node.broadcast(signed.rawTransaction());
        } catch (NodeRefused e) {
            if (!again) throw e;
            return; // it has the first one after all
        }
        if (again) keep(nonce, signed.hash());
    }

    /** Notes the transaction for a run after this one. First block and code hashes are known when all is mined. */
    private void keep(long nonce, String hash) {
        history.know(nonce, hash);
        Map<String, String> addresses = new LinkedHashMap<>();
        creations.addresses().forEach((name, address) -> addresses.put(name.key(), address));
        Map<String, String> transactions = new LinkedHashMap<>();
        history.known()
                .forEach((each, known) ->
                        transactions.put(creations.order().get(each.intValue()).key(), known));
        file.ifPresent(new AddressBook(node.chainId(), 0, addresses, Map.of(), transactions)::write);
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

    private static IllegalStateException notMined() {
        return new IllegalStateException(
                "the contracts were not mined within " + PATIENCE.toSeconds() + " s; run it again to go on waiting");
    }

    private void requireSucceeded(List<MinedTransaction> created) {
        List<String> hashes = created.stream().map(MinedTransaction::hash).toList();
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

    private AddressBook book(List<MinedTransaction> created) {
        Map<String, String> addresses = new LinkedHashMap<>();
        Map<String, String> codeHashes = new LinkedHashMap<>();
        creations.addresses().forEach((name, address) -> {
            if (node.code(address).equals(NO_CODE)) {
                throw new IllegalStateException("no " + name.key() + " at " + address);
            }
            addresses.put(name.key(), address);
            codeHashes.put(name.key(), node.codeHash(address));
        });
        Map<String, String> transactions = new LinkedHashMap<>();
        for (int nonce = 0; nonce < created.size(); nonce++) {
            transactions.put(
                    creations.order().get(nonce).key(), created.get(nonce).hash());
        }
        long startBlock = created.get(0).blockNumber();
        return new AddressBook(node.chainId(), startBlock, addresses, codeHashes, transactions);
    }
}
