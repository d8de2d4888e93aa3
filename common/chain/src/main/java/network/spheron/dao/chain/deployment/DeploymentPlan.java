package network.spheron.dao.chain.deployment;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.ProposalPolicy;
import network.spheron.dao.contracts.Treasury;

/**
 * Everything that is decided when the DAO is deployed. Addresses are 0x-prefixed hex, times seconds, amounts the smallest
 * unit.
 *
 * @param genesis when phase 1 began, seconds since the epoch
 * @param serviceEntity who may hold direct mandates
 * @param guardian who may veto proposals in phase 1
 * @param publisher who lets the record log grow
 * @param votes governance tokens by holder
 * @param payments payment tokens by holder, beside what the treasury gets: the sum of its budget lines
 * @param threshold how many stewards decide
 * @param elections how late turns prolong the vote on bids, and how its award is objected to
 * @param challenges what a challenge to a milestone takes
 */
public record DeploymentPlan(
        long genesis,
        String serviceEntity,
        String guardian,
        String publisher,
        Map<String, BigInteger> votes,
        Map<String, BigInteger> payments,
        List<String> stewards,
        int threshold,
        List<BudgetLine> lines,
        Treasury.Floors floors,
        Voting voting,
        BidElection.Rules elections,
        MilestoneEscrow.ChallengeRules challenges) {

    /**
     * A budget line in the payment token.
     *
     * @param periodCap most that votes may promise in each period
     */
    public record BudgetLine(String name, BigInteger allocated, long periodLength, BigInteger periodCap) {}

    /**
     * How proposals are decided.
     *
     * @param proposalThreshold governance tokens that proposing takes, alone or of sponsors together
     * @param rules of every class
     * @param mandateLimit payment tokens that the mandates of one proposal may reach before it is one about the treasury
     * @param lateFlipExtension how long voting goes on at least after the outcome has changed
     * @param timelockDelay between a passed vote and its execution, beside what its class adds
     * @param gracePeriod how long a passed vote can be queued, and a queued one executed
     */
    public record Voting(
            BigInteger proposalThreshold,
            Map<ProposalClass, ProposalPolicy.Rules> rules,
            BigInteger mandateLimit,
            long lateFlipExtension,
            long timelockDelay,
            long gracePeriod) {
        /** How many late flips prolong a vote: {@code MOST_EXTENSIONS} of the Governor. */
        static final int MOST_EXTENSIONS = 4;

        /** Seconds that a vote of this class can take from its proposal to its execution, queued and executed at once. */
        public long longestCourse(ProposalClass proposalClass) {
            return longestCourse(rulesOf(proposalClass), lateFlipExtension, timelockDelay);
        }

        /** The same by these rules. */
        public static long longestCourse(ProposalPolicy.Rules rules, long lateFlipExtension, long timelockDelay) {
            return rules.votingDelay()
                    + rules.votingPeriod()
                    + MOST_EXTENSIONS * lateFlipExtension
                    + timelockDelay
                    + rules.timelockDelay();
        }

        ProposalPolicy.Rules rulesOf(ProposalClass proposalClass) {
            ProposalPolicy.Rules of = rules.get(proposalClass);
            if (of == null) throw new IllegalStateException(proposalClass + " has no rules");
            return of;
        }
    }
}
