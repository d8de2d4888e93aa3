package network.spheron.dao.marketplace.workstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.events.WorkstreamOpened;
import network.spheron.dao.messaging.Outbox;

/** Fixes a workstream's windows once the BidBook contract has, and publishes that. */
@ApplicationScoped
class FollowOpenings implements ChainListener {
    private final Workstreams workstreams;
    private final PurposeTexts texts;
    private final ChainReader chain;
    private final Outbox outbox;

    FollowOpenings(Workstreams workstreams, PurposeTexts texts, ChainReader chain, Outbox outbox) {
        this.workstreams = workstreams;
        this.texts = texts;
        this.chain = chain;
        this.outbox = outbox;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.BID_BOOK);
    }

    @Override
    public void on(ChainLog log) {
        if (!log.is(BidBook.WorkstreamOpened.TOPIC)) {
            return;
        }
        BidBook.WorkstreamOpened opened = BidBook.WorkstreamOpened.decode(log.topics(), log.data());
        Workstream workstream =
                workstreams.findByIdOptional(opened.mandateId()).orElseGet(() -> fromChain(opened.mandateId()));
        workstream.opened(
                new Windows(opened.openedAt(), opened.biddingEnds(), opened.revealEnds(), opened.reviewEnds()));
        workstreams.persist(workstream);
        outbox.publish(new WorkstreamOpened(
                opened.mandateId(),
                opened.openedAt(),
                opened.biddingEnds(),
                opened.revealEnds(),
                opened.reviewEnds(),
                workstream.terms().maxBids()));
    }

    private Workstream fromChain(BigInteger mandateId) {
        Treasury.MandateTerms terms = chain.callAtFinal(ContractName.TREASURY, Treasury.mandateTerms(mandateId));
        Workstream workstream = new Workstream(mandateId, competition(terms));
        texts.findByIdOptional(terms.purposeHash()).ifPresent(workstream::describe);
        return workstream;
    }

    private static Competition competition(Treasury.MandateTerms terms) {
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
                terms.challengePeriod());
    }
}
