package network.spheron.dao.faults.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.HiddenOutbox;
import network.spheron.dao.faults.site.OutboxEvent;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Step;
import network.spheron.dao.faults.site.Undertaking;

/**
 * Two approvals under one agreement reach the broker in the wrong order, and then once more in the right one. Expected: each is
 * applied once, and both milestones are paid.
 */
final class ReorderedEvents implements Fault {
    @Override
    public int number() {
        return 19;
    }

    @Override
    public String title() {
        return "re-ordered events";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.APPROVE);
    }

    @Override
    public void strike(Scene scene) {
        Database marketplace = scene.site().database("marketplace");
        Undertaking other = scene.sibling();
        try (HiddenOutbox outbox = new HiddenOutbox(marketplace)) {
            scene.begin();
            other.begin();
            Patience.until("two events in the outbox", Times.MOMENT, () -> outbox.size() >= 2);
            List<OutboxEvent> events = new ArrayList<>(OutboxEvent.all(marketplace));
            events.sort(Comparator.comparingLong(OutboxEvent::version).reversed());
            events.forEach(event -> event.send(scene.site().broker(), "marketplace"));
        }
    }
}
