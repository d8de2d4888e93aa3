package network.spheron.dao.local.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import network.spheron.dao.chain.deployment.DeploymentPlan;
import network.spheron.dao.chain.deployment.ExistingTokens;
import network.spheron.dao.chain.deployment.ListedActions;
import network.spheron.dao.chain.deployment.ProposalClass;
import network.spheron.dao.chain.node.PublishedAccounts;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.ProposalPolicy;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.local.component.Anvil;
import org.jspecify.annotations.Nullable;

/**
 * What the file of {@code deploy/contracts} says.
 *
 * @param rpcUrl of a node of that chain
 * @param problems everything that is wrong with it, each with the name of its key
 */
record Configuration(long chainId, URI rpcUrl, DeploymentPlan plan, ExistingTokens tokens, List<String> problems) {
    private static final int BPS = 10_000;
    private static final int LEAST_APPROVAL_BPS = 5_000;
    private static final Duration PHASE_ONE = Duration.ofDays(365);
    private static final BigInteger MOST_VOTES = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);

    /**
     * Reads the file.
     *
     * @throws Refused when it is not YAML at all
     */
    static Configuration read(Path file, Clock clock) {
        try {
            JsonNode root = new YAMLMapper().readTree(file.toFile());
            List<String> problems = new ArrayList<>();
            return new Reader(new Fields("", root, problems), problems, clock).read();
        } catch (IOException e) {
            throw new Refused(List.of(file + " cannot be read: " + e.getMessage()));
        }
    }

    /** Whether this is the chain of the local platform, where keys that everybody knows do no harm. */
    boolean isLocal() {
        return isLocal(chainId);
    }

    private static boolean isLocal(long chainId) {
        return chainId == Anvil.CHAIN_ID;
    }

    private static final class Reader {
        private final Fields root;
        private final List<String> problems;
        private final Clock clock;
        private final boolean local;

        Reader(Fields root, List<String> problems, Clock clock) {
            this.root = root;
            this.problems = problems;
            this.clock = clock;
            this.local = root.has("chainId") && isLocal(root.amount("chainId").longValue());
        }

        Configuration read() {
            long chainId = root.number("chainId", 1, Integer.MAX_VALUE);
            URI rpcUrl = url();
            Map<String, BigInteger> votes = new LinkedHashMap<>();
            Map<String, BigInteger> payments = new LinkedHashMap<>();
            ExistingTokens tokens = tokens(votes, payments);
            List<String> stewards = root.addresses("stewards");
            requireDistinct("stewards", stewards);
            DeploymentPlan.Voting voting = voting(root.part("voting"));
            DeploymentPlan plan = new DeploymentPlan(
                    genesis(),
                    root.address("serviceEntity"),
                    root.address("guardian"),
                    root.address("publisher"),
                    votes,
                    payments,
                    stewards,
                    root.number("threshold", 1, Math.max(1, stewards.size())),
                    lines(),
                    floors(root.part("floors")),
                    voting,
                    elections(root.part("elections"), voting),
                    challenges(root.part("challenges"), voting));
            root.refuseOthers();
            requireOwnKeys(plan);
            return new Configuration(chainId, rpcUrl, plan, tokens, problems);
        }

        private URI url() {
            String text = root.text("rpcUrl");
            try {
                URI url = new URI(text);
                if (!text.isBlank() && !Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
                    root.problem("rpcUrl", "must begin with https:// or http://");
                }
                return url;
            } catch (URISyntaxException e) {
                root.problem("rpcUrl", "is not an address");
                return URI.create("http://localhost");
            }
        }

        /** Later than a year ago, or phase 1 would be over before it begins; only the local platform wants that. */
        private long genesis() {
            Instant genesis = root.time("genesis");
            if (!local
                    && root.has("genesis")
                    && genesis.isBefore(clock.instant().minus(PHASE_ONE))) {
                root.problem("genesis", "is more than 365 days ago: phase 1 and the guardian's term would be over");
            }
            return genesis.getEpochSecond();
        }

        private ExistingTokens tokens(Map<String, BigInteger> votes, Map<String, BigInteger> payments) {
            Fields governance = root.part("governanceToken");
            String governing = token(governance, votes);
            ExistingTokens.Wrapping wrapping = null;
            if (governance.has("wrap")) {
                Fields wrap = governance.part("wrap");
                wrapping = new ExistingTokens.Wrapping(wrap.text("name"), wrap.text("symbol"));
                if (governing == null) governance.problem("wrap", "needs the address of an existing token");
            }
            String paying = token(root.part("paymentToken"), payments);
            return new ExistingTokens(governing, governing == null ? null : wrapping, paying);
        }

        /** Its address, or who gets how many of a new one. */
        private @Nullable String token(Fields token, Map<String, BigInteger> holders) {
            if (token.has("existing") == token.has("new")) {
                token.problem("", "must be either existing or new");
            }
            if (token.has("new")) {
                Fields balances = token.part("new");
                for (String holder : balances.names()) {
                    holders.put(holder.toLowerCase(Locale.ROOT), balances.amount(holder, MOST_VOTES));
                    if (!holder.matches("0x[0-9a-fA-F]{40}")) balances.problem(holder, "is not an address");
                }
            }
            return token.has("existing") ? token.address("existing") : null;
        }

        private List<DeploymentPlan.BudgetLine> lines() {
            List<DeploymentPlan.BudgetLine> lines = root.list("lines").stream()
                    .map(line -> new DeploymentPlan.BudgetLine(
                            line.text("name"),
                            line.amount("allocated"),
                            line.seconds("periodLength", 1),
                            line.amount("periodCap")))
                    .toList();
            requireDistinct(
                    "lines", lines.stream().map(DeploymentPlan.BudgetLine::name).toList());
            return lines;
        }

        private Treasury.Floors floors(Fields floors) {
            long least = local ? 0 : 1;
            return new Treasury.Floors(
                    floors.number("marginBps", 0, (1 << 16) - 1),
                    floors.positive("quorum", MOST_VOTES),
                    floors.seconds("biddingPeriod", least),
                    floors.seconds("revealPeriod", least),
                    floors.seconds("reviewPeriod", least),
                    floors.seconds("electionPeriod", least),
                    floors.seconds("standstillPeriod", least),
                    floors.seconds("milestoneReviewPeriod", least),
                    floors.seconds("challengePeriod", least),
                    floors.number("mostToleranceBps", 0, BPS),
                    floors.number("mostLineShareBps", 1, BPS));
        }

        /** An objection that ends before a vote on it could never be upheld, and one that takes no votes is anybody's. */
        private static BidElection.Rules elections(Fields elections, DeploymentPlan.Voting voting) {
            ProposalClass deciding =
                    ListedActions.classOf(ContractName.BID_ELECTION, BidElection.Selectors.resolveObjection);
            return new BidElection.Rules(
                    elections.seconds("lateTurnExtension", 1),
                    elections.number("lateTurnBps", 1, BPS),
                    elections.outlasting("objectionPeriod", voting.longestCourse(deciding)),
                    elections.positive("objectionThreshold", MOST_VOTES));
        }

        /** The same of challenges: one without votes or bond would freeze a payment for nothing. */
        private static MilestoneEscrow.ChallengeRules challenges(Fields challenges, DeploymentPlan.Voting voting) {
            ProposalClass deciding =
                    ListedActions.classOf(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.rule);
            return new MilestoneEscrow.ChallengeRules(
                    challenges.positive("threshold", MOST_VOTES),
                    challenges.positive("bond", MOST_VOTES),
                    challenges.outlasting("rulingPeriod", voting.longestCourse(deciding)));
        }

        private DeploymentPlan.Voting voting(Fields voting) {
            return new DeploymentPlan.Voting(
                    voting.amount("proposalThreshold", MOST_VOTES),
                    rules(voting.part("classes")),
                    voting.amount("mandateLimit"),
                    voting.seconds("lateFlipExtension", 1),
                    voting.seconds("timelockDelay", local ? 0 : 1),
                    voting.seconds("gracePeriod", 1));
        }

        private static Map<ProposalClass, ProposalPolicy.Rules> rules(Fields classes) {
            Map<ProposalClass, ProposalPolicy.Rules> rules = new EnumMap<>(ProposalClass.class);
            for (ProposalClass proposalClass : ProposalClass.values()) {
                Fields of = classes.part(proposalClass.name());
                rules.put(
                        proposalClass,
                        new ProposalPolicy.Rules(
                                of.positive("quorumFloor", MOST_VOTES),
                                of.number("quorumBps", 0, BPS),
                                of.number("approvalBps", LEAST_APPROVAL_BPS, BPS - 1),
                                of.seconds("votingDelay", 1),
                                of.seconds("votingPeriod", 1),
                                of.seconds("timelockDelay", 0)));
            }
            return rules;
        }

        private void requireDistinct(String name, List<String> values) {
            Set<String> seen = new HashSet<>();
            values.stream()
                    .filter(value -> !seen.add(value))
                    .distinct()
                    .forEach(value -> root.problem(name, "has " + value + " more than once"));
        }

        private void requireOwnKeys(DeploymentPlan plan) {
            if (local) return;
            Stream.of(
                            Stream.of(plan.serviceEntity(), plan.guardian(), plan.publisher()),
                            plan.stewards().stream(),
                            plan.votes().keySet().stream(),
                            plan.payments().keySet().stream())
                    .flatMap(accounts -> accounts)
                    .filter(PublishedAccounts::include)
                    .distinct()
                    .forEach(
                            account -> problems.add(account + " is a published demo account: anybody can sign for it"));
        }
    }
}
