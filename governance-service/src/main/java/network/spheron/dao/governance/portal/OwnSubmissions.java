package network.spheron.dao.governance.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.governance.election.BrowseElections;
import network.spheron.dao.governance.voting.BrowseVotes;
import network.spheron.dao.identity.Caller;

/** What the person who looks has signed and the chain has not counted yet. */
@ApplicationScoped
class OwnSubmissions {
    private final Caller caller;
    private final BrowseVotes votes;
    private final BrowseElections elections;
    private final TransactionRelay relay;

    OwnSubmissions(Caller caller, BrowseVotes votes, BrowseElections elections, TransactionRelay relay) {
        this.caller = caller;
        this.votes = votes;
        this.elections = elections;
        this.relay = relay;
    }

    List<OwnSubmission> onSip(long sipId) {
        return votes.underWay(sipId, caller.wallets()).stream()
                .flatMap(vote -> with("Your vote", vote.submissionId()))
                .toList();
    }

    List<OwnSubmission> inElection(BigInteger mandateId) {
        return elections.ballotsOf(mandateId, caller.wallets()).underWay().stream()
                .flatMap(ballot -> with("Your ballot " + ballot.sequence(), ballot.submissionId()))
                .toList();
    }

    private Stream<OwnSubmission> with(String label, String submissionId) {
        return relay.find(submissionId).stream().map(submission -> new OwnSubmission(label, submission));
    }
}
