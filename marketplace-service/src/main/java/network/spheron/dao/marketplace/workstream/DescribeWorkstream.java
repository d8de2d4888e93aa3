package network.spheron.dao.marketplace.workstream;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.MandateGranted;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;

/** Gives a workstream its words: the text of the SIP that asked for the mandate, and the name of the budget line. */
@ApplicationScoped
class DescribeWorkstream implements EventHandler<MandateGranted> {
    private static final String COMPETITION = "COMPETITION";

    private final PurposeTexts texts;
    private final Workstreams workstreams;

    DescribeWorkstream(PurposeTexts texts, Workstreams workstreams) {
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
        Workstream workstream = workstreams
                .findByIdOptional(event.mandateId())
                .orElseThrow(() -> new MissingPrerequisite("workstream " + event.mandateId()));
        String purposeHash = workstream.terms().purposeHash();
        PurposeText purpose = texts.findByIdOptional(purposeHash)
                .orElseThrow(() -> new MissingPrerequisite("the SIP whose text has the hash " + purposeHash));
        workstream.describe(purpose);
        workstream.draws(event.lineName());
    }
}
