package network.spheron.dao.marketplace.workstream;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.SipProposed;
import network.spheron.dao.messaging.EventHandler;

/** Keeps the texts of SIPs on chain, since a mandate only names its text's hash. */
@ApplicationScoped
class KeepSipText implements EventHandler<SipProposed> {
    private final PurposeTexts texts;

    KeepSipText(PurposeTexts texts) {
        this.texts = texts;
    }

    @Override
    public Class<SipProposed> type() {
        return SipProposed.class;
    }

    @Override
    public void handle(SipProposed event) {
        if (texts.findByIdOptional(event.textHash()).isEmpty()) {
            texts.persist(new PurposeText(event.textHash(), event.sipId(), event.title(), event.text()));
        }
    }
}
