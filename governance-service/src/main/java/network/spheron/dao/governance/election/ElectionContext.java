package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Optional;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.governance.ballot.VoterEligibility;
import network.spheron.dao.governance.sip.BrowseSips;
import network.spheron.dao.governance.sip.SipSnapshot;
import network.spheron.dao.web.Action;

/** What surrounds an election: the chain's time, the SIP that asked for the work, and who looks. */
@ApplicationScoped
class ElectionContext {
    private final ChainClock clock;
    private final BrowseSips sips;
    private final OpenElection openElection;
    private final BallotCheck check;
    private final VoterEligibility eligibility;

    ElectionContext(
            ChainClock clock,
            BrowseSips sips,
            OpenElection openElection,
            BallotCheck check,
            VoterEligibility eligibility) {
        this.clock = clock;
        this.sips = sips;
        this.openElection = openElection;
        this.check = check;
        this.eligibility = eligibility;
    }

    long now() {
        return clock.now();
    }

    Optional<SipSnapshot> sip(String purposeHash) {
        return sips.byTextHash(purposeHash);
    }

    Action vote(BigInteger mandateId) {
        return Action.unless(
                "vote",
                eligibility.against(
                        () -> openElection.require(mandateId),
                        (election, wallet) -> check.requirePower(election.snapshot(), wallet)));
    }
}
