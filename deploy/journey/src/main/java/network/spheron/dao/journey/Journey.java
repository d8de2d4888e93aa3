package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.local.Platform;

/**
 * The main job: one workstream from the SIP to the last payout. Every step looks first at what is already there, so a job that
 * was interrupted goes on where it stopped.
 */
public final class Journey {
    private static final String LINE = "Ecosystem Funds";
    private static final String SHOWCASE_LINE = "Community Initiatives";
    private static final BigInteger BOND = BigInteger.valueOf(1_000);
    private static final Duration BIDDING = Duration.ofHours(12);
    private static final Duration LONG_BIDDING = Duration.ofDays(60);
    private static final BigInteger SHOWCASE_BUDGET = BigInteger.valueOf(12_000);

    private final Platform platform;
    private final Stage stage;
    private final Units money;

    Journey(Platform platform, PrintStream out) {
        this.platform = platform;
        this.stage = new Stage(platform, out);
        this.money = new Units(stage.rpc().call(address(ContractName.PAYMENT_TOKEN), LocalToken.decimals()));
    }

    private String address(ContractName contract) {
        return platform.addressBook().address(contract);
    }

    /** Where things were left for the reader of the demo's last lines. */
    public record Showcase(String sip, String workstream, String milestone) {}

    /** A SIP that is discussed, one that is still a draft, and the mandate of an election that is open, with its only bid. */
    public record UnderWay(String discussion, String draft, BigInteger mandate, List<Integer> places) {}

    /** What a run came to. */
    public record Outcome(Report report, Optional<Showcase> showcase) {}

    /**
     * Runs the job, or what is left of it.
     *
     * @param showcase whether to leave a SIP in voting, a workstream open for bids and a milestone waiting for stewards
     */
    Outcome run(Job job, boolean showcase) {
        long begun = System.nanoTime();
        List<Competition> competitions = new ArrayList<>(List.of(main(job)));
        if (showcase) {
            competitions.add(waiting(job));
            competitions.add(open(job));
        }
        SipToMandate sips = new SipToMandate(stage);
        List<BigInteger> mandates = sips.grant(competitions);
        BigInteger mandate = mandates.get(0);
        Map<BigInteger, Job> jobs = new LinkedHashMap<>();
        jobs.put(mandate, job);
        if (showcase) {
            jobs.put(mandates.get(1), showcaseJob());
        }
        Map<BigInteger, ElectionDay.Votes> votes = bid(jobs);
        new ElectionDay(stage).hold(votes);
        Delivery delivery = new Delivery(stage);
        delivery.deliver(delivery.agreements(mandate, winners(mandate)));
        Optional<Showcase> left = showcase ? Optional.of(leave(job, sips, delivery, mandates)) : Optional.empty();
        awaitClosed(mandate);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new Outcome(report(job, mandate, votes, took), left);
    }

    /** Takes two SIPs and a competition a part of the way, and leaves them there. */
    UnderWay underWay(Job job) {
        SipToMandate sips = new SipToMandate(stage);
        BigInteger mandate = sips.grant(
                        List.of(showcase(job, "Guides for providers", "Write guides for new providers.", BIDDING)))
                .get(0);
        Bidding bidding = new Bidding(stage, money, platform.addressBook());
        List<Integer> places = bidding.bring(mandate, showcaseJob());
        bidding.review(mandate, showcaseJob(), places);
        stage.awaitStatus("/api/elections/" + mandate, "VOTING");
        JsonNode discussion =
                sips.discussed(showcase(job, "Status page", "Run a public status page for a year.", BIDDING));
        JsonNode draft = sips.drafted(showcase(job, "Developer newsletter", "Write a monthly newsletter.", BIDDING));
        return new UnderWay(
                "/sips/" + discussion.get("id").asText(),
                "/sips/" + draft.get("id").asText(),
                mandate,
                places);
    }

    /** Has the open election decided, and leaves its award to be objected to. */
    void decide(UnderWay left) {
        Job job = showcaseJob();
        new ElectionDay(stage)
                .decide(Map.of(left.mandate(), new ElectionDay.Votes(job.bids(), left.places(), job.disqualified())));
    }

    /** Has a milestone of the awarded bid approved, leaves it to be challenged, and answers the agreement's page. */
    String approve(UnderWay left) {
        new ElectionDay(stage).awaitStandstill(left.mandate());
        Delivery delivery = new Delivery(stage);
        JsonNode agreement =
                delivery.agreements(left.mandate(), winners(left.mandate())).get(0);
        delivery.approveFirst(agreement);
        return "/agreements/" + agreement.get("agreementId").asText();
    }

    private Map<BigInteger, ElectionDay.Votes> bid(Map<BigInteger, Job> jobs) {
        Bidding bidding = new Bidding(stage, money, platform.addressBook());
        Map<BigInteger, List<Integer>> places = new LinkedHashMap<>();
        jobs.forEach((mandate, job) -> places.put(mandate, bidding.bring(mandate, job)));
        Map<BigInteger, ElectionDay.Votes> votes = new LinkedHashMap<>();
        jobs.forEach((mandate, job) -> {
            bidding.review(mandate, job, places.getOrDefault(mandate, List.of()));
            votes.put(
                    mandate,
                    new ElectionDay.Votes(job.bids(), places.getOrDefault(mandate, List.of()), job.disqualified()));
        });
        return votes;
    }

    private List<Integer> winners(BigInteger mandate) {
        return stage.rpc().call(address(ContractName.BID_ELECTION), BidElection.winners(mandate));
    }

    private void awaitClosed(BigInteger mandate) {
        Await.until(
                "mandate " + mandate + " to be closed",
                () -> !stage.visitor()
                        .get("/api/mandates/" + mandate)
                        .get("open")
                        .asBoolean());
        Await.until(
                "the ledger to agree with the chain",
                () -> stage.visitor()
                        .get("/api/treasury/reconciliation")
                        .get("clean")
                        .asBoolean());
        stage.say("Mandate " + mandate + " closed; the ledger agrees with the chain");
    }

    private Report report(Job job, BigInteger mandate, Map<BigInteger, ElectionDay.Votes> votes, Duration took) {
        List<Integer> places = Optional.ofNullable(votes.get(mandate))
                .map(ElectionDay.Votes::places)
                .orElse(List.of());
        return new ReportOfChain(stage, platform, money).of(job, mandate, places, took);
    }

    private Competition main(Job job) {
        WorkstreamRow workstream = job.workstream();
        return new Competition(
                job.key(),
                workstream.id() + ": " + workstream.title(),
                "The DAO puts the workstream \"" + workstream.title() + "\" out for bids, with a budget of "
                        + workstream.budget() + " " + workstream.currency() + ".",
                LINE,
                money.smallest(workstream.budget()),
                job.rule(),
                BOND,
                job.bids().size(),
                job.bids().size() / Bidding.CONTRACTORS + 1,
                Competition.Periods.usual(BIDDING));
    }

    private Competition waiting(Job job) {
        return showcase(
                job, "Translations of the documentation", "Translate the documentation into three languages.", BIDDING);
    }

    private Competition open(Job job) {
        return showcase(job, "Meetups in five cities", "Organize meetups for providers and developers.", LONG_BIDDING);
    }

    private Competition voting(Job job) {
        return showcase(
                job, "Security review of the client", "Have the client reviewed by an independent team.", BIDDING);
    }

    private Competition showcase(Job job, String title, String purpose, Duration bidding) {
        return new Competition(
                job.key(),
                title,
                purpose,
                SHOWCASE_LINE,
                money.smallest(SHOWCASE_BUDGET),
                new Rule(BigInteger.valueOf(1_000_000), job.rule().marginBps()),
                BigInteger.ZERO,
                20,
                2,
                Competition.Periods.usual(bidding));
    }

    private Job showcaseJob() {
        BidRow bid = new BidRow(
                "DOCS-1",
                "Translations into Spanish, Hindi and Portuguese",
                BigInteger.valueOf(5_000_000),
                BigInteger.valueOf(200_000),
                BigInteger.ZERO,
                BigInteger.valueOf(9_000),
                null);
        WorkstreamRow row = new WorkstreamRow("DOCS", "Translations of the documentation", SHOWCASE_BUDGET, "USD");
        return new Job(row, List.of(bid), new Rule(BigInteger.valueOf(1_000_000), 1_500), Optional.empty());
    }

    private Showcase leave(Job job, SipToMandate sips, Delivery delivery, List<BigInteger> mandates) {
        List<JsonNode> agreements = delivery.agreements(mandates.get(1), winners(mandates.get(1)));
        delivery.submitFirst(agreements.get(0));
        JsonNode sip = sips.proposed(voting(job));
        stage.passTo(sip.get("proposal").get("voteStart").asLong() + 1);
        return new Showcase(
                "/sips/" + sip.get("id").asText(),
                "/workstreams/" + mandates.get(2),
                "/agreements/" + agreements.get(0).get("agreementId").asText());
    }
}
