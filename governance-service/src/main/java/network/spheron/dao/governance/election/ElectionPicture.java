package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.spheron.dao.governance.sip.SipSnapshot;
import network.spheron.dao.web.Action;
import org.jspecify.annotations.Nullable;

/** Composes what is known of an election. */
@ApplicationScoped
class ElectionPicture {
    private final Elections elections;
    private final ElectionEntries entries;
    private final ContendingBids bids;
    private final Standings standings;
    private final ObjectToAward objectToAward;
    private final ElectionContext context;

    ElectionPicture(
            Elections elections,
            ElectionEntries entries,
            ContendingBids bids,
            Standings standings,
            ObjectToAward objectToAward,
            ElectionContext context) {
        this.elections = elections;
        this.entries = entries;
        this.bids = bids;
        this.standings = standings;
        this.objectToAward = objectToAward;
        this.context = context;
    }

    ElectionView of(Competition competition, BigInteger mandateId) {
        Optional<Election> election = elections.findByIdOptional(mandateId);
        ElectionPhase phase =
                election.map(open -> ElectionPhase.of(open, context.now())).orElse(ElectionPhase.BEFORE);
        Optional<SipSnapshot> sip = context.sip(competition.purposeHash());
        return new ElectionView(
                mandateId,
                phase,
                sip.map(asking -> asking.content().title()).orElse(null),
                sip.map(SipSnapshot::id).orElse(null),
                competition.windows(election.orElse(null)),
                competition.rule(),
                competition.token(),
                bids(competition, mandateId),
                election.map(Election::ballots).orElse(0),
                election.map(Election::awarded).orElse(BigInteger.ZERO),
                election.map(Election::decidedTransaction).orElse(null),
                election.flatMap(objectToAward::seen).orElse(null),
                competition.hindrance(),
                actions(mandateId, election));
    }

    private List<Action> actions(BigInteger mandateId, Optional<Election> election) {
        Action object = election.map(objectToAward::action)
                .orElseGet(() -> Action.refused("object", "There is no award to object to."));
        return List.of(context.vote(mandateId), object);
    }

    private List<BidStanding> bids(Competition competition, BigInteger mandateId) {
        Map<Integer, ContendingBid> known = bids.of(mandateId);
        ElectionCount count = standings.count(mandateId).orElse(null);
        return entries.of(mandateId).stream()
                .map(entry -> standing(competition.rule(), entry, known.get(entry.index()), count))
                .toList();
    }

    private static BidStanding standing(
            ElectionRule rule, ElectionEntry entry, @Nullable ContendingBid bid, @Nullable ElectionCount count) {
        return new BidStanding(
                entry.index(),
                ContendingBid.nameOf(entry.index(), bid),
                bid == null ? null : bid.bidder(),
                bid == null ? null : bid.price(),
                entry.yes(),
                entry.no(),
                entry.abstain(),
                rule.approves(entry.yes(), entry.no()),
                count == null ? null : count.outcome(entry.index()),
                entry.awardRank());
    }
}
