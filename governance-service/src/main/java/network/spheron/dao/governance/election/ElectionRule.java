package network.spheron.dao.governance.election;

import java.math.BigInteger;
import network.spheron.dao.governance.sip.AwardRule;

/**
 * What a mandate says about the count.
 *
 * @param marginBps approval margin: yes * 10000 >= no * (10000 + marginBps)
 * @param quorum least yes + no for approval
 * @param cap most that may be awarded, in the units of the bids' prices
 */
public record ElectionRule(int marginBps, BigInteger quorum, BigInteger cap, AwardRule awardRule) {
    private static final long BASIS_POINTS = 10_000;

    /** Whether a bid with these votes is approved. */
    public boolean approves(BigInteger yes, BigInteger no) {
        return isMarginMet(yes, no) && isQuorumReached(yes, no);
    }

    /** Whether yes exceeds no by the margin. */
    public boolean isMarginMet(BigInteger yes, BigInteger no) {
        // Cross-multiplied: a division would round and misjudge bids close to the line.
        BigInteger weighedYes = yes.multiply(BigInteger.valueOf(BASIS_POINTS));
        BigInteger weighedNo = no.multiply(BigInteger.valueOf(BASIS_POINTS + marginBps));
        return weighedYes.compareTo(weighedNo) >= 0;
    }

    /** Whether enough votes were cast for or against. */
    public boolean isQuorumReached(BigInteger yes, BigInteger no) {
        return yes.add(no).compareTo(quorum) >= 0;
    }
}
