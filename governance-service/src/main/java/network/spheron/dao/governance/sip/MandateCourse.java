package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.DaoTimelock;
import network.spheron.dao.contracts.ProposalPolicy;

/**
 * How long it takes, at the longest, from a proposal until what it puts out for bids can be funded. A mandate that expires
 * earlier could be granted, but never be opened for bids.
 */
@ApplicationScoped
class MandateCourse {
    /** Any will do: no rule depends on it. */
    private static final String PURPOSE = Keccak.hash("");

    private final ChainReader chain;

    MandateCourse(ChainReader chain) {
        this.chain = chain;
    }

    /** Seconds from a proposal made now. */
    long longest(RequestedMandate mandate, BudgetLine line) {
        return vote(OnChainProposal.grant(mandate, PURPOSE, line)) + competition(mandate);
    }

    private long vote(String grant) {
        ProposalPolicy.Rules rules = chain.call(
                        ContractName.PROPOSAL_POLICY,
                        ProposalPolicy.classify(
                                List.of(chain.address(ContractName.TREASURY)),
                                List.of(BigInteger.ZERO),
                                List.of(grant)))
                .rules();
        long prolonged = chain.call(ContractName.DAO_GOVERNOR, DaoGovernor.MOST_EXTENSIONS())
                * chain.call(ContractName.DAO_GOVERNOR, DaoGovernor.lateFlipExtension());
        return rules.votingDelay()
                + rules.votingPeriod()
                + prolonged
                + rules.timelockDelay()
                + chain.call(ContractName.DAO_TIMELOCK, DaoTimelock.getMinDelay())
                        .longValueExact();
    }

    /** What {@code BidBook.open} adds up, too. */
    private long competition(RequestedMandate mandate) {
        return mandate.biddingPeriod()
                + mandate.revealPeriod()
                + mandate.reviewPeriod()
                + mandate.electionPeriod()
                + mandate.standstillPeriod()
                + chain.call(ContractName.BID_ELECTION, BidElection.longestDelay())
                        .longValueExact()
                + mandate.challengePeriod();
    }
}
