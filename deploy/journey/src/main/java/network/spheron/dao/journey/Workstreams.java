package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.local.Platform;

/** Workstreams with a bid of each of some contractors and many small milestones, taken on one step at a time. */
public final class Workstreams {
    private static final String LINE = "Community Initiatives";
    private static final Rule RULE = new Rule(BigInteger.valueOf(1_000_000), 1_500);
    private static final BigInteger BUDGET = BigInteger.valueOf(12_000);
    private static final BigInteger PRICE = BigInteger.valueOf(2_400);
    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final Duration APART = Duration.ofHours(2);
    /** Nothing is approved by silence while other things take their time. */
    private static final Duration MILESTONE_REVIEW = Duration.ofDays(25);

    private final Platform platform;
    private final Stage stage;
    private final Bidding bidding;
    private final ElectionDay election;
    private final SipToMandate sips;
    private final BigInteger cap;
    private final int bidders;
    private int granted;

    /**
     * @param bidders how many bids each has; at most eight
     * @param milestones how many each bid has
     */
    public Workstreams(Platform platform, Stage stage, int bidders, int milestones) {
        this.platform = platform;
        this.stage = stage;
        this.bidders = bidders;
        Units money = new Units(
                stage.rpc().call(platform.addressBook().address(ContractName.PAYMENT_TOKEN), LocalToken.decimals()));
        this.bidding = new Bidding(stage, money, platform.addressBook(), milestones);
        this.election = new ElectionDay(stage);
        this.sips = new SipToMandate(stage);
        this.cap = money.smallest(BUDGET);
    }

    /** A workstream with all its bids in, sealed, and their places in the bid book. */
    public record Open(BigInteger mandate, List<Integer> places) {}

    /** Has SIPs for this many workstreams decided and all bids handed in; their bidding ends one long after the other. */
    public List<Open> open(int count) {
        List<Competition> competitions =
                IntStream.range(0, count).mapToObj(this::competition).toList();
        granted += count;
        List<Open> opened = new ArrayList<>();
        for (BigInteger mandate : sips.grant(competitions)) {
            opened.add(new Open(mandate, bidding.bring(mandate, job(mandate))));
        }
        return opened;
    }

    /** Takes a workstream through reveal and review to the vote, with enough votes for every bid. */
    public void vote(Open workstream) {
        bidding.review(workstream.mandate(), job(workstream.mandate()), workstream.places());
        election.voteForAll(workstream.mandate(), workstream.places());
    }

    /** When the voting is over, as far as is known, in seconds since the epoch. */
    public long votingEnds(Open workstream) {
        return window(workstream, "votingEnds");
    }

    /** When winners may be funded, as far as is known, in seconds since the epoch. */
    public long standstillEnds(Open workstream) {
        return window(workstream, "standstillEnds");
    }

    private long window(Open workstream, String name) {
        return stage.visitor()
                .get("/api/elections/" + workstream.mandate())
                .get("windows")
                .get(name)
                .asLong();
    }

    /** The bids that won, by their places; none while the chain has no count. */
    public List<Integer> winners(Open workstream) {
        JsonNode view = stage.visitor().get("/api/elections/" + workstream.mandate());
        return view.hasNonNull("decidedTransaction")
                ? stage.rpc()
                        .call(
                                platform.addressBook().address(ContractName.BID_ELECTION),
                                BidElection.winners(workstream.mandate()))
                : List.of();
    }

    private Competition competition(int ahead) {
        int number = granted + ahead + 1;
        return new Competition(
                "faults-" + number,
                "Small works " + number,
                "Small works, paid one by one.",
                LINE,
                cap,
                RULE,
                BigInteger.ZERO,
                20,
                2,
                new Competition.Periods(
                        APART.multipliedBy(ahead + 1L), SHORT, SHORT, SHORT, SHORT, MILESTONE_REVIEW, SHORT));
    }

    private Job job(BigInteger mandate) {
        List<BidRow> rows = new ArrayList<>();
        for (int number = 1; number <= bidders; number++) {
            rows.add(new BidRow(
                    "WORKS-" + mandate + "-" + number,
                    "Small works of contractor " + number,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    PRICE,
                    null));
        }
        WorkstreamRow row = new WorkstreamRow("WORKS-" + mandate, "Small works", BUDGET, "USD");
        return new Job(row, rows, RULE, Optional.empty());
    }

    /** The agreements of a decided workstream, once they are funded. */
    public List<JsonNode> agreements(Open workstream, Delivery delivery) {
        return delivery.agreements(workstream.mandate(), winners(workstream));
    }
}
