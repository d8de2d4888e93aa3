package network.spheron.dao.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The picture of a vote: shares of the votes cast, and how far towards the quorum.
 *
 * @param quorum votes that yes and abstain must reach together, or zero where there is none
 * @param decimals of the voting token
 */
public record VoteBar(BigInteger yes, BigInteger no, BigInteger abstain, BigInteger quorum, int decimals) {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /** What the whole width stands for: all votes cast, or the quorum while it is more. */
    private BigInteger width() {
        return yes.add(no).add(abstain).max(quorum).max(BigInteger.ONE);
    }

    private String share(BigInteger part) {
        return new BigDecimal(part.multiply(HUNDRED))
                .divide(new BigDecimal(width()), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    public String yesShare() {
        return share(yes);
    }

    public String noShare() {
        return share(no);
    }

    public String abstainShare() {
        return share(abstain);
    }

    /** Where the abstentions begin: yes and abstain count towards the quorum, so they stand side by side. */
    public String noStart() {
        return share(yes.add(abstain));
    }

    public String quorumMark() {
        return share(quorum);
    }

    public boolean hasQuorum() {
        return quorum.signum() > 0;
    }

    public boolean quorumReached() {
        return yes.add(abstain).compareTo(quorum) >= 0;
    }

    public String yesText() {
        return TokenAmount.format(yes, decimals);
    }

    public String noText() {
        return TokenAmount.format(no, decimals);
    }

    public String abstainText() {
        return TokenAmount.format(abstain, decimals);
    }

    public String quorumText() {
        return TokenAmount.format(quorum, decimals);
    }
}
