package network.spheron.dao.local.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import network.spheron.dao.chain.deployment.AddressBook;
import network.spheron.dao.chain.deployment.ListedActions;
import network.spheron.dao.chain.deployment.ProposalClass;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.DaoTimelock;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.ProposalPolicy;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.contracts.VotesWrapper;
import network.spheron.dao.local.DemoKeys;
import network.spheron.dao.local.contracts.Operator.Told;
import network.spheron.dao.testing.TestChain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.WalletUtils;
import org.web3j.utils.Numeric;

@SuppressWarnings("NullAway.Init")
class DeployContractsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEPLOYER = DemoKeys.address(DemoKeys.DEPLOYER);
    private static final String HOLDER = DemoKeys.address(5);
    private static final String STRANGER = "0x00000000000000000000000000000000000000f1";
    private static final String NO_TOKEN = "0x" + "0".repeat(40);
    private static final int CONTRACTS = ContractName.ofEveryDeployment().size();

    /** 1 min and 10 min of a vote about mandates, four extensions of a day, and two days in the timelock. */
    private static final String LONGEST_VOTE = "a vote can take 519060 s";

    private static final String GOVERNANCE_NEW = "new:\n    \"0x00000000000000000000000000000000000000b1\": 1_000_000";
    private static final String PAYMENT_NEW = "new:\n    \"0x00000000000000000000000000000000000000b2\": 5";

    @TempDir
    private Path folder;

    private TestChain chain;
    private Operator operator;

    @BeforeEach
    void start() {
        chain = TestChain.start();
        operator = Operator.in(folder).configures(chain.rpcUrl());
    }

    @AfterEach
    void stop() {
        chain.close();
    }

    @Test
    void completeRunIsReportedAsSound() throws Exception {
        Told told = operator.deploys();

        assertThat(told.err()).isEmpty();
        assertThat(told.exitCode()).isZero();
        assertThat(told.out())
                .contains("lines are as they should be")
                .contains("EXECUTOR")
                .contains("(dao-governor)")
                .contains("2 of 3")
                .contains("until 2027-01-01T00:00:00Z")
                .contains("Ecosystem Funds")
                .contains("waits 345600 s more")
                .contains("governance-token created for")
                .contains("0x00000000000000000000000000000000000000b1, 1000000")
                .contains("0 promised of 500000 in 2592000 s")
                .contains("above 2000 basis points of the quorum; voting lasts 86400 s more, 4 times at most")
                .contains("1814400 s; a vote takes 519060 s at most");
        assertThat(told.out().lines()).anyMatch(line -> line.matches(" +treasury.openDistribution +TREASURY"));
        AddressBook book = operator.addresses();
        assertThat(book.contracts()).hasSize(CONTRACTS);
        assertThat(book.transactions()).hasSize(CONTRACTS);
        assertThat(book.startBlock()).isPositive();
        assertThat(Files.readString(operator.book)).doesNotContain(DemoKeys.privateKey(DemoKeys.DEPLOYER));
    }

    @Test
    void repeatedRunSendsNothingAndChangesNothing() throws Exception {
        operator.deploys();
        String before = Files.readString(operator.book);

        assertThat(operator.deploys().exitCode()).isZero();

        assertThat(sent()).isEqualTo(CONTRACTS);
        assertThat(Files.readString(operator.book)).isEqualTo(before);
        Files.delete(operator.book);
        assertThat(operator.deploys().exitCode()).isZero();
        assertThat(Files.readString(operator.book)).as("without the book").isEqualTo(before);
    }

    @Test
    void killedRunGoesOnWhereItStopped() {
        try (Severed wire = Severed.after(5, "eth_sendRawTransaction", chain.rpcUrl())) {
            Told killed = operator.configures(wire.url()).deploys();
            assertThat(killed.exitCode()).isEqualTo(1);
            assertThat(killed.err()).contains("did not answer eth_sendRawTransaction");
        }
        chain.mine(1);
        assertThat(sent()).isEqualTo(5);

        Told told = operator.configures(chain.rpcUrl()).deploys();

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(sent()).isEqualTo(CONTRACTS);
        assertThat(operator.addresses().startBlock()).isPositive();
    }

    @Test
    void killedRunLeavesABookToGoOnWithWhereTheNodeHasForgottenThePast() throws Exception {
        try (Severed wire = Severed.after(5, "eth_sendRawTransaction", chain.rpcUrl())) {
            operator.configures(wire.url()).deploys();
        }
        chain.mine(1);
        String book = Files.readString(operator.book);
        String past = "eth_getTransactionCount\",\"params\":[\"" + DEPLOYER + "\",\"0x";
        try (Severed wire = Severed.after(0, past, chain.rpcUrl())) {
            Files.delete(operator.book);
            Told lost = operator.configures(wire.url()).deploys();
            assertThat(lost.err()).contains("did not answer eth_getTransactionCount");
        }
        Files.writeString(operator.book, book);

        try (Severed wire = Severed.after(0, past, chain.rpcUrl())) {
            Told told = operator.configures(wire.url()).deploys();
            assertThat(told.exitCode()).as(told.err()).isZero();
        }

        assertThat(sent()).isEqualTo(CONTRACTS);
        assertThat(operator.addresses().codeHashes()).hasSize(CONTRACTS);
    }

    @Test
    void grantedExecutorIsNamedByTheReport() throws Exception {
        operator.deploys();
        asTimelock(DaoTimelock.grantRole(Keccak.hash("EXECUTOR_ROLE"), STRANGER).data());

        Told told = operator.reports(chain.rpcUrl());

        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(told.out())
                .contains("! EXECUTOR ")
                .contains(STRANGER)
                .contains("Not as it should be: roles, EXECUTOR (dao-governor alone must hold it)");
        JsonNode json = JSON.readTree(operator.reports(chain.rpcUrl(), "--json").out());
        assertThat(json.get("sound").asBoolean()).isFalse();
        assertThat(problems(json)).containsExactly("EXECUTOR");
    }

    @Test
    void roleThatNobodyHasHeardOfAndDeployerWithTokensAreNamed() throws Exception {
        operator.deploys();
        asTimelock(DaoTimelock.grantRole(Keccak.hash("BACK_DOOR"), STRANGER).data());
        send(
                "0x00000000000000000000000000000000000000b2",
                operator.addresses().address(ContractName.PAYMENT_TOKEN),
                LocalToken.transfer(DEPLOYER, BigInteger.ONE).data());

        JsonNode json = JSON.readTree(operator.reports(chain.rpcUrl(), "--json").out());

        assertThat(problems(json)).containsExactly(Keccak.hash("BACK_DOOR"), "payment tokens");
    }

    @Test
    void lineOfCoinsIsReportedAsSound() {
        operator.deploys();
        String treasury = operator.addresses().address(ContractName.TREASURY);
        chain.rpc("anvil_setBalance", treasury, "0x7");
        asTimelock(
                treasury,
                Treasury.openLine(new Treasury.LineConfig("Coins", NO_TOKEN, BigInteger.TWO, 1, BigInteger.TWO))
                        .data());

        Told told = operator.reports(chain.rpcUrl());

        assertThat(told.exitCode()).as(told.out()).isZero();
        assertThat(told.out())
                .contains("held of the native coin")
                .contains("7 by treasury and escrow, of 2 not yet spent");
    }

    @Test
    void policyOfAVoteIsReportedInPlaceOfTheFirst() {
        operator.deploys();
        AddressBook book = operator.addresses();
        String other = creates(policy(book, 777));
        votes(book, DaoGovernor.setPolicy(other).data());

        Told told = operator.reports(chain.rpcUrl());

        assertThat(told.exitCode()).as(told.out()).isZero();
        assertThat(told.out())
                .contains("dao-governor.policy by vote")
                .contains(other + "; its code is not compared with any")
                .contains("begins after 777 s")
                .doesNotContain("begins after 60 s");
    }

    @Test
    void callsThatTheDeployerPutIntoOtherClassesAreNamed() {
        String before = chain.snapshot();
        operator.deploys();
        AddressBook book = operator.addresses();
        Map<String, String> creations = new HashMap<>();
        book.transactions()
                .forEach((name, hash) -> creations.put(
                        name,
                        chain.rpc("eth_getTransactionByHash", hash).get("input").asText()));
        creations.put("proposal-policy", policy(book, 60, otherListings(book)));
        chain.revert(before);
        Map<String, String> transactions = new HashMap<>();
        ContractName.ofEveryDeployment()
                .forEach(name -> transactions.put(
                        name.key(),
                        createdBy(DEPLOYER, creations.get(name.key()))
                                .get("transactionHash")
                                .asText()));
        new AddressBook(book.chainId(), book.startBlock(), book.contracts(), book.codeHashes(), transactions)
                .write(operator.book);

        JsonNode json = reported();

        assertThat(problems(json)).containsExactlyInAnyOrder("treasury.openDistribution", "treasury.allocate");
    }

    /** One call in a lighter class, and one in none. */
    private static ProposalPolicy.Listing[] otherListings(AddressBook book) {
        return ListedActions.all().stream()
                .filter(action -> !action.selector().equals(Treasury.Selectors.allocate))
                .map(action -> new ProposalPolicy.Listing(
                        book.address(action.target()),
                        action.selector(),
                        action.selector().equals(Treasury.Selectors.openDistribution)
                                ? ProposalClass.TEXT.number()
                                : action.proposalClass().number()))
                .toArray(ProposalPolicy.Listing[]::new);
    }

    @Test
    void callThatAVoteHasListedIsToldAndNoProblem() {
        operator.deploys();
        AddressBook book = operator.addresses();
        asTimelock(
                book.address(ContractName.PROPOSAL_POLICY),
                ProposalPolicy.list(new ProposalPolicy.Listing(
                                book.address(ContractName.TREASURY),
                                Treasury.Selectors.openDistribution,
                                ProposalClass.TEXT.number()))
                        .data());

        Told told = operator.reports(chain.rpcUrl());

        assertThat(told.exitCode()).as(told.out()).isZero();
        assertThat(told.out()).contains("TEXT by vote, otherwise TREASURY");
    }

    @Test
    void challengeThatNoVoteCanDecideInTimeIsNamed() {
        operator.deploys();
        asTimelock(
                operator.addresses().address(ContractName.PROPOSAL_POLICY),
                ProposalPolicy.setRules(
                                ProposalClass.MANDATE.number(),
                                new ProposalPolicy.Rules(BigInteger.TEN, 400, 5_000, 60, 3_000_000, 0))
                        .data());

        JsonNode json = reported();

        assertThat(problems(json)).containsExactly("objection period", "ruling period");
    }

    @Test
    void otherCodeIsNamed() throws Exception {
        operator.deploys();
        AddressBook book = operator.addresses();
        chain.rpc(
                "anvil_setCode",
                book.address(ContractName.RECORD_LOG),
                chain.rpc("eth_getCode", book.address(ContractName.ROADMAP), "latest"));

        Told told = operator.reports(chain.rpcUrl());

        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(told.out()).contains("! record-log ").contains("the address book says otherwise");
    }

    @Test
    void bookOfAnotherContractIsNamed() throws Exception {
        operator.deploys();
        AddressBook book = operator.addresses();
        Map<String, String> contracts = new HashMap<>(book.contracts());
        contracts.put("bid-book", book.address(ContractName.BID_ELECTION));
        Map<String, String> hashes = new HashMap<>(book.codeHashes());
        hashes.put("bid-book", String.valueOf(book.codeHashes().get("bid-election")));
        new AddressBook(book.chainId(), book.startBlock(), contracts, hashes, book.transactions()).write(operator.book);

        Told told = operator.reports(chain.rpcUrl());

        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(told.out())
                .contains("! bid-book ")
                .contains(" created " + book.address(ContractName.BID_BOOK) + " instead")
                .contains("links, answers (cannot be read");
    }

    @Test
    void everyProblemIsNamedAtOnceAndNothingIsSent() {
        Told told = operator.configures(
                        chain.rpcUrl(),
                        "guardian: \"0x00000000000000000000000000000000000000e2\"",
                        "guardian: nobody",
                        "threshold: 2",
                        "threshold: 4",
                        "00a2\"",
                        "00a1\"",
                        "  biddingPeriod: 7d",
                        "  biddingPeriod: a week",
                        "  gracePeriod: 14d",
                        "  gracePeriods: 14d",
                        "name: Community Initiatives",
                        "name: Ecosystem Funds",
                        "  proposalThreshold: 100",
                        "  proposalThreshold: -1",
                        "AUTHORITY: { quorumFloor: 1000, quorumBps: 400, approvalBps: 5000",
                        "AUTHORITY: { quorumFloor: 0, quorumBps: 40000, approvalBps: 4999",
                        "  threshold: 10_000\n  bond: 100",
                        "  threshold: 0\n  bond: 0",
                        "objectionThreshold: 1000",
                        "objectionThreshold: 0",
                        "objectionPeriod: 21d",
                        "objectionPeriod: 519060s",
                        "rulingPeriod: 21d",
                        "rulingPeriod: 519060s",
                        "  quorum: 1000",
                        "  quorum: 0")
                .deploys();

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err().lines())
                .containsExactlyInAnyOrder(
                        "guardian must be an address, not nobody",
                        "stewards has 0x00000000000000000000000000000000000000a1 more than once",
                        "threshold must be from 1 to 3, not 4",
                        "floors.biddingPeriod must be a length of time such as 90s, 10m, 4h or 7d, not a week",
                        "voting.gracePeriod is missing",
                        "voting.gracePeriods is not known",
                        "lines has Ecosystem Funds more than once",
                        "voting.proposalThreshold must be a whole number in the token's smallest unit, not -1",
                        "voting.classes.AUTHORITY.quorumBps must be from 0 to 10000, not 40000",
                        "voting.classes.AUTHORITY.approvalBps must be from 5000 to 9999, not 4999",
                        "voting.classes.AUTHORITY.quorumFloor must be 1 at least, not 0",
                        "challenges.threshold must be 1 at least, not 0",
                        "challenges.bond must be 1 at least, not 0",
                        "elections.objectionThreshold must be 1 at least, not 0",
                        "elections.objectionPeriod must be 519061 s at least, and less than 2^32 s: " + LONGEST_VOTE,
                        "challenges.rulingPeriod must be 519061 s at least, and less than 2^32 s: " + LONGEST_VOTE,
                        "floors.quorum must be 1 at least, not 0");
        assertThat(sent()).isZero();
    }

    @Test
    void lateFlipsMustProlong() {
        Told told = operator.configures(chain.rpcUrl(), "lateFlipExtension: 1d", "lateFlipExtension: 0s")
                .deploys();

        assertThat(told.err()).isEqualTo("voting.lateFlipExtension must be 1 s at least, and less than 2^32 s\n");
        assertThat(sent()).isZero();
    }

    @Test
    void sampleHasNoProblems() {
        Path sample = Path.of("../sample/dao.yaml");
        Clock clock = Clock.fixed(Instant.parse("2026-10-01T00:00:00Z"), ZoneOffset.UTC);

        assertThat(Configuration.read(sample, clock).problems()).isEmpty();
    }

    @Test
    void demoKeysAreRefusedOutsideTheLocalChain() {
        Told told = operator.configures(
                        chain.rpcUrl(),
                        "chainId: 31337",
                        "chainId: 11155111",
                        "00a1\"",
                        "00a1\"\n  - \"" + HOLDER + "\"",
                        "genesis: 2026-01-01T00:00:00Z",
                        "genesis: 2020-01-01T00:00:00Z")
                .deploys();

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err())
                .contains("the deployer " + DEPLOYER + " is a published demo account")
                .contains(HOLDER + " is a published demo account")
                .contains("genesis is more than 365 days ago")
                .contains("chainId is 11155111, but the node is on chain 31337");
    }

    @Test
    void keyComesFromAnEncryptedFileAndIsNeverTold() throws Exception {
        String key = DemoKeys.privateKey(DemoKeys.DEPLOYER);
        String file = WalletUtils.generateWalletFile(
                "secret", ECKeyPair.create(Numeric.toBigInt(key)), folder.toFile(), false);
        String keystore = folder.resolve(file).toString();

        Told wrong =
                operator.with(Map.of(DeployerKey.PASSWORD_VARIABLE, "other")).deploys("--keystore", keystore);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("cannot be opened");
        Told none = operator.with(Map.of()).deploys();
        assertThat(none.err()).contains("the deployer's key is missing");
        Told bad = operator.with(Map.of(DeployerKey.KEY_VARIABLE, key + "0")).deploys();
        assertThat(bad.err()).contains("64 hex digits").doesNotContain(key);

        Told told =
                operator.with(Map.of(DeployerKey.PASSWORD_VARIABLE, "secret")).deploys("--keystore", keystore);

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out() + told.err()).doesNotContain(key.substring(2));
    }

    @Test
    void existingTokenWithVotesByTimestampIsTaken() {
        String votes = creates(GovernanceToken.deployment(List.of(HOLDER), List.of(BigInteger.TEN)));
        String dollars = creates(LocalToken.deployment(List.of(HOLDER), List.of(BigInteger.TEN)));

        Told told = operator.configures(
                        chain.rpcUrl(),
                        GOVERNANCE_NEW,
                        "existing: \"" + votes + "\"",
                        PAYMENT_NEW,
                        "existing: \"" + dollars + "\"")
                .deploys();

        assertThat(told.exitCode()).as(told.err() + told.out()).isZero();
        AddressBook book = operator.addresses();
        assertThat(book.address(ContractName.GOVERNANCE_TOKEN)).isEqualTo(votes);
        assertThat(book.address(ContractName.PAYMENT_TOKEN)).isEqualTo(dollars);
        assertThat(sent()).isEqualTo(CONTRACTS - 2);
        assertThat(told.out()).contains("older than the DAO");
    }

    @Test
    void tokenWithoutVotesIsRefusedUnlessItIsToBeWrapped() {
        String plain = creates(LocalToken.deployment(List.of(HOLDER), List.of(BigInteger.TEN)));
        Told refused = operator.configures(chain.rpcUrl(), GOVERNANCE_NEW, "existing: \"" + plain + "\"")
                .deploys();
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("has no votes that are counted by timestamp")
                .contains("governanceToken.wrap");
        assertThat(sent()).isZero();

        Told told = operator.configures(
                        chain.rpcUrl(),
                        GOVERNANCE_NEW,
                        "existing: \"" + plain + "\"\n  wrap: { name: Wrapped, symbol: wW }")
                .deploys();

        assertThat(told.exitCode()).as(told.err() + told.out()).isZero();
        assertThat(told.out()).contains(", a votes-wrapper");
        String wrapper = operator.addresses().address(ContractName.GOVERNANCE_TOKEN);
        assertThat(VotesWrapper.underlying()
                        .decode(call(wrapper, VotesWrapper.underlying().data())))
                .isEqualTo(plain);
        assertThat(DaoGovernor.token()
                        .decode(call(
                                operator.addresses().address(ContractName.DAO_GOVERNOR),
                                DaoGovernor.token().data())))
                .isEqualTo(wrapper);
    }

    private long sent() {
        return Long.decode(
                chain.rpc("eth_getTransactionCount", DEPLOYER, "latest").asText());
    }

    private static List<String> problems(JsonNode report) {
        return StreamSupport.stream(report.get("findings").spliterator(), false)
                .filter(finding -> !finding.get("sound").asBoolean())
                .map(finding -> finding.get("name").asText())
                .toList();
    }

    private String call(String to, String data) {
        return chain.rpc("eth_call", Map.of("to", to, "data", data), "latest").asText();
    }

    private JsonNode reported() {
        try {
            return JSON.readTree(operator.reports(chain.rpcUrl(), "--json").out());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private String creates(String creation) {
        return createdBy(HOLDER, creation).get("contractAddress").asText();
    }

    private JsonNode createdBy(String account, @Nullable String creation) {
        return mined(chain.rpc("eth_sendTransaction", Map.of("from", account, "data", String.valueOf(creation)))
                .asText());
    }

    /** A policy like the one deployed, but for its voting delay. */
    private static String policy(AddressBook book, long votingDelay, ProposalPolicy.Listing... listings) {
        return ProposalPolicy.deployment(
                new ProposalPolicy.Contracts(
                        book.address(ContractName.DAO_GOVERNOR),
                        book.address(ContractName.DAO_TIMELOCK),
                        book.address(ContractName.TREASURY),
                        book.address(ContractName.ROADMAP),
                        book.address(ContractName.STEWARD_COUNCIL)),
                BigInteger.TEN,
                Collections.nCopies(6, new ProposalPolicy.Rules(BigInteger.TEN, 400, 5_000, votingDelay, 600, 0)),
                List.of(listings),
                List.of());
    }

    /** The only holder has the Governor do it, by a vote of the strictest class. */
    private void votes(AddressBook book, String data) {
        String voter = "0x00000000000000000000000000000000000000b1";
        String governor = book.address(ContractName.DAO_GOVERNOR);
        List<String> targets = List.of(governor);
        List<BigInteger> values = List.of(BigInteger.ZERO);
        List<String> calls = List.of(data);
        String text = "Another policy";
        String hash = Keccak.hash(text);
        send(
                voter,
                book.address(ContractName.GOVERNANCE_TOKEN),
                GovernanceToken.delegate(voter).data());
        chain.mine(1);
        send(voter, governor, DaoGovernor.propose(targets, values, calls, text).data());
        FunctionCall<BigInteger> id = DaoGovernor.getProposalId(targets, values, calls, hash);
        chain.advance(Duration.ofMinutes(2));
        send(
                voter,
                governor,
                DaoGovernor.castVote(id.decode(call(governor, id.data())), 1).data());
        chain.advance(Duration.ofDays(2));
        send(voter, governor, DaoGovernor.queue(targets, values, calls, hash).data());
        chain.advance(Duration.ofDays(7));
        send(voter, governor, DaoGovernor.execute(targets, values, calls, hash).data());
    }

    private void asTimelock(String data) {
        asTimelock(operator.addresses().address(ContractName.DAO_TIMELOCK), data);
    }

    private void asTimelock(String to, String data) {
        send(operator.addresses().address(ContractName.DAO_TIMELOCK), to, data);
    }

    private void send(String from, String to, String data) {
        chain.rpc("anvil_setBalance", from, "0xde0b6b3a7640000");
        chain.rpc("anvil_impersonateAccount", from);
        mined(chain.rpc("eth_sendTransaction", Map.of("from", from, "to", to, "data", data))
                .asText());
    }

    private JsonNode mined(String transaction) {
        chain.mine(1);
        JsonNode receipt = chain.rpc("eth_getTransactionReceipt", transaction);
        assertThat(receipt.get("status").asText()).isEqualTo("0x1");
        return receipt;
    }
}
