package network.spheron.dao.chain.deployment;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import network.spheron.dao.contracts.Treasury;

/**
 * Everything that is decided when the DAO is deployed. Addresses are 0x-prefixed hex, times seconds, amounts the smallest
 * unit.
 *
 * @param genesis when phase 1 began, seconds since the epoch
 * @param serviceEntity who may hold direct mandates
 * @param guardian who may veto proposals in phase 1
 * @param votes governance tokens by holder
 * @param payments payment tokens by holder, beside what the treasury gets: the sum of its budget lines
 * @param threshold how many stewards decide
 * @param challengeThreshold governance tokens that a challenge to a milestone takes
 */
public record DeploymentPlan(
        long genesis,
        String serviceEntity,
        String guardian,
        Map<String, BigInteger> votes,
        Map<String, BigInteger> payments,
        List<String> stewards,
        int threshold,
        List<BudgetLine> lines,
        Treasury.Floors floors,
        Voting voting,
        BigInteger challengeThreshold) {

    /** A budget line in the payment token. */
    public record BudgetLine(String name, BigInteger allocated) {}

    /**
     * How proposals are voted on.
     *
     * @param delay between proposal and vote
     * @param quorumBps votes for or abstaining that a decision takes, in basis points of the supply
     * @param lateQuorumExtension how long voting goes on at least after the quorum is reached
     * @param timelockDelay between a passed vote and its execution
     */
    public record Voting(
            long delay,
            long period,
            BigInteger proposalThreshold,
            int quorumBps,
            long lateQuorumExtension,
            long timelockDelay) {}
}
