package network.spheron.dao.testing.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import network.spheron.dao.chain.deployment.AddressBook;
import network.spheron.dao.chain.deployment.Deployment;
import network.spheron.dao.chain.deployment.DeploymentPlan;
import network.spheron.dao.chain.deployment.ProposalClass;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.ProposalPolicy;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.testing.OncePerJvm;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.TestKeys;
import network.spheron.dao.testing.TestKeys.TestKey;

/**
 * The DAO as it is deployed for tests on {@link TestChain#shared()}, in phase 2: ten holders of a million votes each, four
 * contractors with ten thousand votes for bonds, three stewards of whom two decide, and three budget lines. Periods are
 * long, because tests move the clock.
 */
public final class TestDao {
    /** How many stewards decide. */
    public static final int THRESHOLD = 2;
    /** Seconds between a proposal and its vote, and between a passed vote and its execution. */
    public static final long DELAY = 60;
    /** Seconds that a vote on a proposal takes. */
    public static final long VOTING_PERIOD = 600;
    /** What each holder votes with, 18 decimals. */
    public static final BigInteger HOLDING = tokens(1_000_000);
    /** The least of each period of a mandate, in seconds. */
    public static final int SHORTEST_PERIOD = 60;
    /** Seconds for which an objection suspends an award. */
    public static final long OBJECTION_PERIOD = 1_200;

    private static final String BOOK = "spheron.testing.address-book";
    private static final long RULING_PERIOD = Duration.ofDays(1).toSeconds();
    private static final int LATE_TURN_BPS = 2_000;
    private static final Duration LINE_PERIOD = Duration.ofDays(30);
    private static final int GENESIS_DAYS_AGO = 366;
    /** Long, because tests move the clock. */
    private static final Duration GRACE = Duration.ofDays(60);

    private TestDao() {}

    /** The server key of a service. */
    public static TestKey relay(String service) {
        return TestKeys.key(
                switch (service) {
                    case "governance" -> 1;
                    case "marketplace" -> 2;
                    case "treasury" -> 3;
                    default -> throw new IllegalArgumentException(service);
                });
    }

    /** The entity that may hold direct mandates. */
    public static TestKey serviceEntity() {
        return TestKeys.key(4);
    }

    /** Who could veto proposals in phase 1. */
    public static TestKey guardian() {
        return TestKeys.key(9);
    }

    public static List<TestKey> stewards() {
        return keys(5, 3);
    }

    public static List<TestKey> contractors() {
        return keys(10, 4);
    }

    public static List<TestKey> holders() {
        return keys(20, 10);
    }

    /** Where the contracts are; deploys them the first time. */
    public static AddressBook addresses() {
        return AddressBook.read(Path.of(OncePerJvm.started(BOOK, TestDao::deploy)));
    }

    private static List<TestKey> keys(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(TestKeys::key).toList();
    }

    private static String deploy() {
        TestChain chain = TestChain.shared();
        try {
            Path file = Files.createTempDirectory("test-dao-").resolve("address-book.json");
            file.toFile().deleteOnExit();
            String deployer = TestKeys.key(0).privateKey();
            Deployment.run(URI.create(chain.rpcUrl()), deployer, plan(chain.now()))
                    .write(file);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the address book", e);
        }
    }

    private static DeploymentPlan plan(long now) {
        return new DeploymentPlan(
                now - Duration.ofDays(GENESIS_DAYS_AGO).toSeconds(),
                serviceEntity().address(),
                guardian().address(),
                relay("governance").address(),
                votes(),
                Map.of(),
                stewards().stream().map(TestKey::address).toList(),
                THRESHOLD,
                List.of(
                        line("Network Rewards", dollars(1_000_000)),
                        line("Ecosystem Funds", dollars(5_000_000)),
                        line("Community Initiatives", dollars(1_000_000))),
                floors(),
                voting(),
                new BidElection.Rules(DELAY, LATE_TURN_BPS, OBJECTION_PERIOD, tokens(100_000)),
                new MilestoneEscrow.ChallengeRules(tokens(100_000), tokens(1_000), RULING_PERIOD));
    }

    /** The same for all but the strictest class. */
    private static DeploymentPlan.Voting voting() {
        Map<ProposalClass, ProposalPolicy.Rules> rules = new EnumMap<>(ProposalClass.class);
        BigInteger floor = tokens(100_000);
        for (ProposalClass proposalClass : ProposalClass.values()) {
            rules.put(proposalClass, new ProposalPolicy.Rules(floor, 400, 5_000, DELAY, VOTING_PERIOD, 0));
        }
        rules.put(
                ProposalClass.AUTHORITY,
                new ProposalPolicy.Rules(floor, 2_000, 6_667, 2 * DELAY, 2 * VOTING_PERIOD, DELAY));
        return new DeploymentPlan.Voting(tokens(1_000), rules, dollars(1_000_000), DELAY, DELAY, GRACE.toSeconds());
    }

    private static Map<String, BigInteger> votes() {
        Map<String, BigInteger> votes = new LinkedHashMap<>();
        holders().forEach(holder -> votes.put(holder.address(), HOLDING));
        contractors().forEach(contractor -> votes.put(contractor.address(), tokens(10_000)));
        return votes;
    }

    private static Treasury.Floors floors() {
        return new Treasury.Floors(
                500,
                tokens(100_000),
                SHORTEST_PERIOD,
                SHORTEST_PERIOD,
                SHORTEST_PERIOD,
                SHORTEST_PERIOD,
                SHORTEST_PERIOD,
                SHORTEST_PERIOD,
                SHORTEST_PERIOD,
                2_000,
                9_000);
    }

    private static DeploymentPlan.BudgetLine line(String name, BigInteger allocated) {
        return new DeploymentPlan.BudgetLine(name, allocated, LINE_PERIOD.toSeconds(), allocated);
    }

    private static BigInteger tokens(long whole) {
        return BigInteger.valueOf(whole).multiply(BigInteger.TEN.pow(18));
    }

    private static BigInteger dollars(long whole) {
        return BigInteger.valueOf(whole).multiply(BigInteger.TEN.pow(6));
    }
}
