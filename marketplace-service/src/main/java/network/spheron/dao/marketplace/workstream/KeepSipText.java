package network.spheron.dao.marketplace.workstream;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.SipProposed;
import network.spheron.dao.messaging.EventHandler;

/** Keeps the texts of SIPs on chain, since a mandate only names its text's hash. */
@ApplicationScoped
class KeepSipText implements EventHandler<SipProposed> {
    private final PurposeTexts texts;
    private final Workstreams workstreams;

    KeepSipText(PurposeTexts texts, Workstreams workstreams) {
        this.texts = texts;
        this.workstreams = workstreams;
    }

    @Override
    public Class<SipProposed> type() {
        return SipProposed.class;
    }

    @Override
    public void handle(SipProposed event) {
        if (texts.findByIdOptional(event.textHash()).isPresent()) {
            return;
        }
        PurposeText purpose = new PurposeText(event.textHash(), event.sipId(), event.title(), event.text());
        texts.persist(purpose);
        workstreams.byPurpose(event.textHash()).ifPresent(workstream -> workstream.describe(purpose));
    }
}
