package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.web.OwnTransaction;
import network.spheron.dao.web.TokenAmount;
import network.spheron.dao.web.WebConfig;

/** When a milestone can be challenged, what that takes of a wallet, and what the wallet sends. */
@ApplicationScoped
class ChallengeRules {
    private static final Set<MilestoneStatus> DECIDED = Set.of(MilestoneStatus.APPROVED, MilestoneStatus.REJECTED);

    private final ChainReader chain;
    private final ChainClock clock;
    private final Escrow escrow;
    private final WebConfig web;

    ChallengeRules(ChainReader chain, ChainClock clock, Escrow escrow, WebConfig web) {
        this.chain = chain;
        this.clock = clock;
        this.escrow = escrow;
        this.web = web;
    }

    void require(Milestone milestone) {
        if (!DECIDED.contains(milestone.status())) {
            throw new NotChallengeable("Only an approval or a rejection can be challenged, and this milestone is: "
                    + milestone.status().words() + ".");
        }
        long ends = escrow.milestone(milestone.id()).challengeEnds();
        if (clock.now() >= ends) {
            throw new NotChallengeable("The challenge window of this milestone ended at " + ends + ".");
        }
    }

    /** What the escrow takes of a wallet that challenges: nothing, where its votes of a moment ago are enough. */
    BigInteger bond(String wallet) {
        BigInteger votes = chain.callAt(
                clock.followed(),
                ContractName.GOVERNANCE_TOKEN,
                GovernanceToken.getPastVotes(
                        wallet, BigInteger.valueOf(clock.followed().timestamp() - 1)));
        BigInteger threshold = chain.call(ContractName.MILESTONE_ESCROW, MilestoneEscrow.challengeThreshold());
        if (votes.compareTo(threshold) >= 0) {
            return BigInteger.ZERO;
        }
        BigInteger bond = chain.call(ContractName.MILESTONE_ESCROW, MilestoneEscrow.challengeBond());
        BigInteger balance = chain.call(ContractName.GOVERNANCE_TOKEN, GovernanceToken.balanceOf(wallet));
        if (balance.compareTo(bond) < 0) {
            throw new NotChallengeable(
                    "A challenge takes " + tokens(threshold) + " of votes, or a bond of " + tokens(bond)
                            + "; this wallet has votes of " + tokens(votes) + " and holds " + tokens(balance) + ".");
        }
        return bond;
    }

    /** Whether the escrow may take this much of the wallet already. */
    boolean isAllowed(String wallet, BigInteger bond) {
        String spender = chain.address(ContractName.MILESTONE_ESCROW);
        return chain.call(ContractName.GOVERNANCE_TOKEN, GovernanceToken.allowance(wallet, spender))
                        .compareTo(bond)
                >= 0;
    }

    OwnTransaction allowBond(BigInteger bond) {
        return OwnTransaction.call(
                chain.address(ContractName.GOVERNANCE_TOKEN),
                GovernanceToken.approve(chain.address(ContractName.MILESTONE_ESCROW), bond)
                        .data(),
                chain.chainId(),
                List.of("Allows the MilestoneEscrow contract to take a bond of " + tokens(bond)
                        + " from this wallet when it challenges a milestone."));
    }

    OwnTransaction challenge(Milestone milestone, String reasonHash, BigInteger bond) {
        MilestoneId id = milestone.id();
        boolean isApproved = milestone.status() == MilestoneStatus.APPROVED;
        return OwnTransaction.call(
                chain.address(ContractName.MILESTONE_ESCROW),
                MilestoneEscrow.challenge(id.agreementId(), BigInteger.valueOf(id.position()), reasonHash)
                        .data(),
                chain.chainId(),
                List.of(
                        "Challenges that “" + milestone.title() + "” of agreement " + id.agreementId() + ", round "
                                + milestone.round() + ", was " + (isApproved ? "approved" : "rejected") + ".",
                        "Its amount is neither paid nor refunded until a vote decides, or the challenge lapses.",
                        bond.signum() == 0
                                ? "Your votes are enough: no bond is taken."
                                : "A bond of " + tokens(bond)
                                        + " is taken. It comes back only if a vote agrees with you."));
    }

    private String tokens(BigInteger amount) {
        return TokenAmount.format(amount, web.votingDecimals()) + " " + web.votingSymbol();
    }
}
