package network.spheron.dao.figures;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import network.spheron.dao.events.FundingRefused;
import network.spheron.dao.events.Topics;
import network.spheron.dao.messaging.Outbox;

/** The services' outbox and its relay, as every service has them. */
@ApplicationScoped
class OurOutbox implements OutboxSide {
    private final Outbox outbox;

    OurOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String description() {
        return "the services' outbox";
    }

    @Override
    public String key() {
        return "outbox";
    }

    @Override
    public String topic() {
        return Topics.AGREEMENT;
    }

    @Override
    public void start() {
        // It runs as long as the application.
    }

    @Override
    public void commit(List<FundingRefused> events) {
        QuarkusTransaction.requiringNew().run(() -> events.forEach(outbox::publish));
    }

    @Override
    public void stop() {
        // It runs as long as the application.
    }
}
