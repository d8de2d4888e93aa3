package network.spheron.dao.governance.election;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import network.spheron.dao.events.MandateGranted;
import network.spheron.dao.events.WorkstreamOpened;
import network.spheron.dao.governance.sip.AwardRule;
import org.jspecify.annotations.Nullable;

/** A competition mandate and the windows of its bidding, as the other services told them. */
@Entity
@Table(name = "competition")
class Competition {
    private static final int LONGEST_HINDRANCE = 500;

    @Id
    @Column(name = "mandate_id", precision = 78, scale = 0)
    private BigInteger mandateId;

    @Column(name = "purpose_hash")
    private String purposeHash;

    @Column(precision = 78, scale = 0)
    private BigInteger cap;

    private String token;

    @Column(name = "award_rule")
    @Enumerated(EnumType.STRING)
    private AwardRule awardRule;

    @Column(name = "margin_bps")
    private int marginBps;

    @Column(precision = 78, scale = 0)
    private BigInteger quorum;

    @Column(name = "bidding_ends")
    private @Nullable Long biddingEnds;

    @Column(name = "reveal_ends")
    private @Nullable Long revealEnds;

    @Column(name = "review_ends")
    private @Nullable Long reviewEnds;

    private @Nullable String hindrance;

    @SuppressWarnings("NullAway.Init")
    protected Competition() {}

    Competition(MandateGranted granted) {
        this.mandateId = granted.mandateId();
        this.purposeHash = granted.terms().purposeHash();
        this.cap = granted.terms().cap();
        this.token = granted.terms().token();
        this.awardRule = AwardRule.valueOf(granted.terms().awardRule());
        this.marginBps = granted.terms().marginBps();
        this.quorum = granted.terms().quorum();
    }

    void opened(WorkstreamOpened opened) {
        biddingEnds = opened.biddingEnds();
        revealEnds = opened.revealEnds();
        reviewEnds = opened.reviewEnds();
    }

    void hinderedBy(@Nullable String reason) {
        hindrance = reason == null || reason.length() <= LONGEST_HINDRANCE
                ? reason
                : reason.substring(0, LONGEST_HINDRANCE);
    }

    String purposeHash() {
        return purposeHash;
    }

    String token() {
        return token;
    }

    ElectionRule rule() {
        return new ElectionRule(marginBps, quorum, cap, awardRule);
    }

    @Nullable
    Long reviewEnds() {
        return reviewEnds;
    }

    @Nullable
    String hindrance() {
        return hindrance;
    }

    ElectionWindows windows(@Nullable Election election) {
        return new ElectionWindows(
                biddingEnds,
                revealEnds,
                reviewEnds,
                election == null ? null : election.votingStarts(),
                election == null ? null : election.votingEnds(),
                election == null ? null : election.snapshot(),
                election == null ? null : election.standstillEnds(),
                election == null ? null : election.objectionEnds());
    }
}
