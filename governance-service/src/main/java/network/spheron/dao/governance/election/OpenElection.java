package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Set;
import java.util.stream.Collectors;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.governance.ballot.VotingNotOpen;
import network.spheron.dao.web.NotFound;

/** Finds an election while it is open at the chain's time. */
@ApplicationScoped
class OpenElection {
    /**
     * An open election.
     *
     * @param snapshot the chain's time at which voting power counts, in seconds since the epoch
     * @param bidCount all bids of the mandate, also those that are not on the ballot
     */
    record Window(BigInteger mandateId, long snapshot, int bidCount, Set<Integer> onBallot) {}

    private final Competitions competitions;
    private final Elections elections;
    private final ElectionEntries entries;
    private final ChainReader chain;
    private final ChainClock clock;

    OpenElection(
            Competitions competitions,
            Elections elections,
            ElectionEntries entries,
            ChainReader chain,
            ChainClock clock) {
        this.competitions = competitions;
        this.elections = elections;
        this.entries = entries;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * The open election on the mandate's bids.
     *
     * @throws VotingNotOpen when voting is not open at the chain's time
     */
    Window on(BigInteger mandateId) {
        Election election = require(mandateId);
        int bidCount =
                chain.call(ContractName.BID_BOOK, BidBook.bidCount(mandateId)).intValueExact();
        Set<Integer> onBallot =
                entries.of(mandateId).stream().map(ElectionEntry::index).collect(Collectors.toSet());
        return new Window(mandateId, election.snapshot(), bidCount, onBallot);
    }

    /**
     * The same, as far as it is known without asking the chain.
     *
     * @throws VotingNotOpen when voting is not open at the chain's time
     */
    Election require(BigInteger mandateId) {
        if (competitions.findByIdOptional(mandateId).isEmpty()) {
            throw new NotFound("competition under mandate " + mandateId);
        }
        Election election = elections
                .findByIdOptional(mandateId)
                .orElseThrow(() -> new VotingNotOpen("the election opens once the bids have been reviewed"));
        if (!election.isOpenAt(clock.now())) {
            throw VotingNotOpen.over(election.votingEnds());
        }
        return election;
    }
}
