package network.spheron.dao.marketplace.workstream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigInteger;
import network.spheron.dao.contracts.Treasury;

/**
 * A mandate's terms for a competition, as the Treasury contract stores them ({@code ITreasury.MandateTerms}).
 *
 * @param cap most that may be awarded, in units of {@code token}
 * @param expiry seconds since the epoch after which nothing new is funded
 * @param marginBps yes must exceed no by this much, in basis points of no
 * @param quorum least yes + no, in units of the governance token
 * @param bond each bid's bond, in units of the governance token
 * @param toleranceBps how much change orders may add to an agreement's price, in total and without a vote
 * @param inOrder whether a milestone may be submitted only after the one before it was approved, or is over
 */
@Embeddable
public record Competition(
        String purposeHash,
        String token,
        @Column(precision = 78) BigInteger cap,
        long expiry,
        @Enumerated(EnumType.STRING) AwardRule awardRule,
        int marginBps,
        @Column(precision = 78) BigInteger quorum,
        @Column(precision = 78) BigInteger bond,
        int bidsPerBidder,
        int maxBids,
        long biddingPeriod,
        long revealPeriod,
        long reviewPeriod,
        long electionPeriod,
        long standstillPeriod,
        long milestoneReviewPeriod,
        long challengePeriod,
        int toleranceBps,
        boolean inOrder) {
    static Competition of(Treasury.MandateTerms terms) {
        return new Competition(
                terms.purposeHash(),
                terms.token(),
                terms.cap(),
                terms.expiry(),
                terms.awardRule() == 0 ? AwardRule.SINGLE_WINNER : AwardRule.FILL_BUDGET,
                terms.marginBps(),
                terms.quorum(),
                terms.bond(),
                terms.bidsPerBidder(),
                terms.maxBids(),
                terms.biddingPeriod(),
                terms.revealPeriod(),
                terms.reviewPeriod(),
                terms.electionPeriod(),
                terms.standstillPeriod(),
                terms.milestoneReviewPeriod(),
                terms.challengePeriod(),
                terms.toleranceBps(),
                terms.inOrder());
    }
}
