package network.spheron.dao.marketplace.workstream;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.MandateGranted;
import network.spheron.dao.events.MandateTerms;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;

/** Makes a workstream of every mandate for a competition. */
@ApplicationScoped
class AnnounceWorkstream implements EventHandler<MandateGranted> {
    private static final String COMPETITION = "COMPETITION";

    private final PurposeTexts texts;
    private final Workstreams workstreams;

    AnnounceWorkstream(PurposeTexts texts, Workstreams workstreams) {
        this.texts = texts;
        this.workstreams = workstreams;
    }

    @Override
    public Class<MandateGranted> type() {
        return MandateGranted.class;
    }

    @Override
    public void handle(MandateGranted event) {
        if (!COMPETITION.equals(event.terms().kind())) {
            return;
        }
        String purposeHash = event.terms().purposeHash();
        PurposeText purpose = texts.findByIdOptional(purposeHash)
                .orElseThrow(() -> new MissingPrerequisite("the SIP whose text has the hash " + purposeHash));
        // It may exist already: anyone can open the bidding on chain before this event arrives.
        Workstream workstream = workstreams
                .findByIdOptional(event.mandateId())
                .orElseGet(() -> new Workstream(event.mandateId(), competition(event.terms())));
        workstream.describe(purpose);
        workstream.draws(event.lineName());
        workstreams.persist(workstream);
    }

    private static Competition competition(MandateTerms terms) {
        return new Competition(
                terms.purposeHash(),
                terms.token(),
                terms.cap(),
                terms.expiry(),
                AwardRule.valueOf(terms.awardRule()),
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
