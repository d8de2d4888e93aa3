package network.spheron.dao.governance.sip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigInteger;

/**
 * The competition mandate that a SIP asks for ({@code ITreasury.MandateTerms} without what follows from text and line).
 * Periods are in seconds.
 *
 * @param cap in the smallest unit of the line's token
 * @param expiry seconds since the epoch
 * @param quorum in the smallest unit of the governance token; so is {@code bond}
 * @param toleranceBps how much change orders may add to an agreement's price without a vote
 * @param inOrder whether a milestone may be submitted only once the one before it is approved, or is over
 */
@Embeddable
public record RequestedMandate(
        @Column(name = "line_name") String lineName,
        @Column(precision = 78, scale = 0) BigInteger cap,
        long expiry,

        @Column(name = "award_rule") @Enumerated(EnumType.STRING)
        AwardRule awardRule,

        @Column(name = "margin_bps") int marginBps,
        @Column(precision = 78, scale = 0) BigInteger quorum,
        @Column(precision = 78, scale = 0) BigInteger bond,
        @Column(name = "bids_per_bidder") int bidsPerBidder,
        @Column(name = "max_bids") int maxBids,
        @Column(name = "bidding_period") long biddingPeriod,
        @Column(name = "reveal_period") long revealPeriod,
        @Column(name = "review_period") long reviewPeriod,
        @Column(name = "election_period") long electionPeriod,
        @Column(name = "standstill_period") long standstillPeriod,
        @Column(name = "milestone_review_period") long milestoneReviewPeriod,
        @Column(name = "challenge_period") long challengePeriod,
        @Column(name = "tolerance_bps") int toleranceBps,
        @Column(name = "in_order") boolean inOrder) {}
