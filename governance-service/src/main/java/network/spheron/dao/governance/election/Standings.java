package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import network.spheron.dao.events.BidResult;
import network.spheron.dao.events.ElectionDecided;

/** Where the bids of an election stand by the ballots followed so far. */
@ApplicationScoped
class Standings {
    private final Competitions competitions;
    private final ContendingBids bids;
    private final Elections elections;
    private final ElectionEntries entries;

    Standings(Competitions competitions, ContendingBids bids, Elections elections, ElectionEntries entries) {
        this.competitions = competitions;
        this.bids = bids;
        this.elections = elections;
        this.entries = entries;
    }

    /** The count as it is now; empty while the rule or a price has not arrived from the other services. */
    Optional<ElectionCount> count(BigInteger mandateId) {
        Map<Integer, ContendingBid> known = bids.of(mandateId);
        List<CountedBid> counted = new ArrayList<>();
        for (ElectionEntry entry : entries.of(mandateId)) {
            ContendingBid bid = known.get(entry.index());
            if (bid == null) {
                return Optional.empty();
            }
            counted.add(new CountedBid(entry.index(), bid.price(), entry.yes(), entry.no()));
        }
        return competitions
                .findByIdOptional(mandateId)
                .map(competition -> ElectionCount.of(competition.rule(), counted));
    }

    /** What the contract decided, for the other services; empty while the rule has not arrived. */
    Optional<ElectionDecided> decision(BigInteger mandateId) {
        Election election = elections.election(mandateId);
        List<ElectionEntry> all = entries.of(mandateId);
        List<Integer> winners = all.stream()
                .filter(ElectionEntry::hasWon)
                .sorted(Comparator.comparing(entry -> Objects.requireNonNull(entry.awardRank())))
                .map(ElectionEntry::index)
                .toList();
        return competitions
                .findByIdOptional(mandateId)
                .map(competition -> new ElectionDecided(
                        mandateId,
                        all.stream()
                                .map(entry -> result(competition.rule(), entry))
                                .toList(),
                        winners,
                        election.awarded(),
                        Objects.requireNonNull(election.standstillEnds()),
                        Objects.requireNonNull(election.decidedTransaction())));
    }

    Election markPublished(BigInteger mandateId) {
        Election election = elections.election(mandateId);
        election.markPublished();
        return election;
    }

    private static BidResult result(ElectionRule rule, ElectionEntry entry) {
        return new BidResult(
                entry.index(),
                entry.yes(),
                entry.no(),
                entry.abstain(),
                rule.approves(entry.yes(), entry.no()),
                entry.hasWon());
    }
}
