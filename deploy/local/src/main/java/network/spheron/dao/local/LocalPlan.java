package network.spheron.dao.local;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.spheron.dao.chain.deployment.DeploymentPlan;
import network.spheron.dao.chain.deployment.ProposalClass;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.ProposalPolicy;
import network.spheron.dao.contracts.Treasury;

/** What the DAO of the local stack decides at its deployment: short windows, and a genesis far enough back for phase 2. */
final class LocalPlan {
    private static final Duration SINCE_GENESIS = Duration.ofDays(366);
    private static final BigInteger WHOLE_VOTE = BigInteger.TEN.pow(18);
    private static final BigInteger WHOLE_PAYMENT = BigInteger.TEN.pow(6);
    private static final int STEWARDS_TO_DECIDE = 2;
    private static final int SHORTEST_PERIOD_SECONDS = 10;
    private static final int LATE_TURN_BPS = 2_000;

    private static final Duration LINE_PERIOD = Duration.ofDays(90);
    private static final int MOST_TOLERANCE_BPS = 2_000;
    private static final int MOST_LINE_SHARE_BPS = 9_000;

    private LocalPlan() {}

    /** The plan, with its genesis counted back from this time. */
    static DeploymentPlan from(Instant now) {
        return new DeploymentPlan(
                now.minus(SINCE_GENESIS).getEpochSecond(),
                DemoKeys.address(DemoKeys.SERVICE_ENTITY),
                DemoKeys.address(DemoKeys.GUARDIAN),
                DemoKeys.address(DemoKeys.GOVERNANCE_RELAY),
                votes(),
                Map.of(),
                Stream.of("steward1", "steward2", "steward3")
                        .map(DemoKeys::address)
                        .toList(),
                STEWARDS_TO_DECIDE,
                List.of(
                        line("Network Rewards", 400_000_000),
                        line("Ecosystem Funds", 400_000_000),
                        line("Community Initiatives", 200_000_000)),
                floors(),
                voting(),
                elections(),
                challenges());
    }

    private static Map<String, BigInteger> votes() {
        Map<String, BigInteger> votes = new LinkedHashMap<>();
        DemoKeys.tokenHolders()
                .forEach((index, tokens) -> votes.put(DemoKeys.address(index), tokens.multiply(WHOLE_VOTE)));
        return votes;
    }

    private static DeploymentPlan.BudgetLine line(String name, long tokens) {
        BigInteger allocated = payments(tokens);
        return new DeploymentPlan.BudgetLine(name, allocated, LINE_PERIOD.toSeconds(), allocated);
    }

    private static Treasury.Floors floors() {
        return new Treasury.Floors(
                0,
                votes(1),
                SHORTEST_PERIOD_SECONDS,
                SHORTEST_PERIOD_SECONDS,
                SHORTEST_PERIOD_SECONDS,
                SHORTEST_PERIOD_SECONDS,
                SHORTEST_PERIOD_SECONDS,
                SHORTEST_PERIOD_SECONDS,
                SHORTEST_PERIOD_SECONDS,
                MOST_TOLERANCE_BPS,
                MOST_LINE_SHARE_BPS);
    }

    private static DeploymentPlan.Voting voting() {
        return new DeploymentPlan.Voting(
                votes(10_000_000),
                rules(),
                payments(100_000_000),
                Duration.ofSeconds(30).toSeconds(),
                Duration.ofSeconds(30).toSeconds(),
                // Long, because the clock is moved by hand.
                Duration.ofDays(60).toSeconds());
    }

    /** An objection lasts as long as a vote on it, late turns included, with the time to propose it. */
    private static BidElection.Rules elections() {
        return new BidElection.Rules(
                Duration.ofSeconds(30).toSeconds(),
                LATE_TURN_BPS,
                Duration.ofMinutes(15).toSeconds(),
                votes(1_000_000_000));
    }

    /** A challenge waits as long as a vote on it takes. */
    private static MilestoneEscrow.ChallengeRules challenges() {
        return new MilestoneEscrow.ChallengeRules(
                votes(1_000_000_000), votes(10_000_000), Duration.ofMinutes(15).toSeconds());
    }

    /** Texts and mandates go fastest; the more a proposal could do, the more votes and time it takes. */
    private static Map<ProposalClass, ProposalPolicy.Rules> rules() {
        Map<ProposalClass, ProposalPolicy.Rules> rules = new EnumMap<>(ProposalClass.class);
        rules.put(ProposalClass.TEXT, rules(400, 5_000, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ZERO));
        rules.put(
                ProposalClass.MANDATE, rules(400, 5_000, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ZERO));
        rules.put(
                ProposalClass.TREASURY,
                rules(600, 5_500, Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofSeconds(30)));
        rules.put(
                ProposalClass.PARAMETERS,
                rules(600, 5_500, Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofSeconds(30)));
        rules.put(
                ProposalClass.STEWARDS,
                rules(800, 6_000, Duration.ofSeconds(20), Duration.ofMinutes(6), Duration.ofSeconds(30)));
        rules.put(
                ProposalClass.AUTHORITY,
                rules(1_000, 6_667, Duration.ofSeconds(30), Duration.ofMinutes(7), Duration.ofMinutes(1)));
        return rules;
    }

    private static ProposalPolicy.Rules rules(
            int quorumBps, int approvalBps, Duration delay, Duration period, Duration timelockDelay) {
        return new ProposalPolicy.Rules(
                votes(1_000_000_000),
                quorumBps,
                approvalBps,
                delay.toSeconds(),
                period.toSeconds(),
                timelockDelay.toSeconds());
    }

    private static BigInteger payments(long tokens) {
        return BigInteger.valueOf(tokens).multiply(WHOLE_PAYMENT);
    }

    private static BigInteger votes(long tokens) {
        return BigInteger.valueOf(tokens).multiply(WHOLE_VOTE);
    }
}
