package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import network.spheron.dao.events.SipProposed;

/** Notes a SIP's title; fails as often as a test has asked for. */
@ApplicationScoped
class OnSipProposed implements EventHandler<SipProposed> {
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Heard heard;

    @Inject
    OnSipProposed(Heard heard) {
        this.heard = heard;
    }

    void fail(String sipId, int times) {
        failures.put(sipId, times);
    }

    @Override
    public Class<SipProposed> type() {
        return SipProposed.class;
    }

    @Override
    public void handle(SipProposed event) {
        heard.note(event.sipId(), event.title());
        int left = failures.merge(event.sipId(), -1, Integer::sum);
        if (left >= 0) {
            throw new IllegalStateException("asked to fail");
        }
    }
}
