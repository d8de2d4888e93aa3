package network.spheron.dao.marketplace.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.events.BidResult;
import network.spheron.dao.events.ElectionDecided;
import network.spheron.dao.marketplace.bid.BallotResult;
import network.spheron.dao.marketplace.bid.Bid;
import network.spheron.dao.marketplace.bid.Bids;
import network.spheron.dao.marketplace.bid.RevealedTerms;
import network.spheron.dao.marketplace.workstream.Workstream;
import network.spheron.dao.marketplace.workstream.Workstreams;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;
import network.spheron.dao.web.WebConfig;

/** Takes over an election's verified result: who won, in which place, and why. */
@ApplicationScoped
class DecideElection implements EventHandler<ElectionDecided> {
    private final Workstreams workstreams;
    private final Bids bids;
    private final WebConfig web;

    DecideElection(Workstreams workstreams, Bids bids, WebConfig web) {
        this.workstreams = workstreams;
        this.bids = bids;
        this.web = web;
    }

    @Override
    public Class<ElectionDecided> type() {
        return ElectionDecided.class;
    }

    @Override
    public void handle(ElectionDecided event) {
        Workstream workstream = workstreams
                .findByIdOptional(event.mandateId())
                .orElseThrow(() -> new MissingPrerequisite("workstream " + event.mandateId()));
        workstream.electionDecided(event.winners().size(), event.awarded(), event.standstillEnds());
        Map<Integer, Bid> byIndex = new LinkedHashMap<>();
        for (BidResult result : event.results()) {
            Bid bid = bids.at(event.mandateId(), result.bidIndex())
                    .orElseThrow(() -> new MissingPrerequisite(
                            "bid " + result.bidIndex() + " under mandate " + event.mandateId()));
            byIndex.put(result.bidIndex(), bid);
        }
        List<Integer> order = order(event.results(), byIndex);
        Verdict verdict = new Verdict(workstream.terms(), web.votingDecimals());
        for (BidResult result : event.results()) {
            int place = order.indexOf(result.bidIndex()) + 1;
            Bid bid = byIndex.get(result.bidIndex());
            if (bid != null) {
                bid.decided(new BallotResult(
                        result.yes(),
                        result.no(),
                        result.abstain(),
                        result.approved(),
                        result.won(),
                        place,
                        verdict.reason(result, place)));
            }
        }
    }

    /** Approved bids by yes - no, then lower price, then lower index: the order that the contract verified. */
    private static List<Integer> order(List<BidResult> results, Map<Integer, Bid> byIndex) {
        List<BidResult> approved =
                new ArrayList<>(results.stream().filter(BidResult::approved).toList());
        approved.sort(Comparator.comparing((BidResult result) -> result.no().subtract(result.yes()))
                .thenComparing(result -> price(byIndex, result.bidIndex()))
                .thenComparing(BidResult::bidIndex));
        return approved.stream().map(BidResult::bidIndex).toList();
    }

    private static BigInteger price(Map<Integer, Bid> byIndex, int bidIndex) {
        Bid bid = byIndex.get(bidIndex);
        return bid == null
                ? BigInteger.ZERO
                : bid.terms().map(RevealedTerms::price).orElse(BigInteger.ZERO);
    }
}
