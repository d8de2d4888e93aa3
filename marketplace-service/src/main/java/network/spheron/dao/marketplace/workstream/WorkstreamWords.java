package network.spheron.dao.marketplace.workstream;

import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.web.Stage;
import network.spheron.dao.web.TokenAmount;
import network.spheron.dao.web.VoteBar;

/** A workstream in the words and pictures of its page. */
record WorkstreamWords(
        BigInteger cap,
        BigInteger quorum,
        BigInteger bond,
        String margin,
        String tolerance,
        String rule,
        List<Stage> stages) {
    private static final List<String> PATH =
            List.of("Bidding", "Reveal", "Review", "Election", "Standstill", "Awarded");

    static WorkstreamWords of(WorkstreamView workstream) {
        WorkstreamView.TermsView terms = workstream.terms();
        return new WorkstreamWords(
                new BigInteger(terms.cap()),
                new BigInteger(terms.quorum()),
                new BigInteger(terms.bond()),
                percent(terms.marginBps()),
                percent(terms.toleranceBps()),
                AwardRule.valueOf(terms.awardRule()).words(),
                stages(workstream.status()));
    }

    private static String percent(int basisPoints) {
        return TokenAmount.plain(BigInteger.valueOf(basisPoints), 2);
    }

    private static List<Stage> stages(String status) {
        return switch (status) {
            case "granted", "open" -> Stage.path(0, PATH);
            case "revealing" -> Stage.path(1, PATH);
            case "review" -> Stage.path(2, PATH);
            case "election" -> Stage.path(3, PATH);
            case "standstill", "objected" -> Stage.path(4, PATH);
            case "awarded" -> Stage.path(5, PATH);
            default -> Stage.failedAt(3, PATH);
        };
    }

    /** The votes on a bid as a picture. */
    public VoteBar bar(BidLine.Votes votes, int decimals) {
        return new VoteBar(
                new BigInteger(votes.yes()),
                new BigInteger(votes.no()),
                new BigInteger(votes.abstain()),
                BigInteger.ZERO,
                decimals);
    }

    /** A decimal string as a number. */
    public BigInteger number(String decimal) {
        return new BigInteger(decimal);
    }
}
