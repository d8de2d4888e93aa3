package network.spheron.dao.faults.fault;

import java.time.Duration;
import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.HiddenOutbox;
import network.spheron.dao.faults.site.OfMilestone;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Step;

/**
 * The event of an approval stays in the outbox for a day of the chain's time. Expected: nothing is paid until it comes, and the
 * milestone is paid once it has come.
 */
final class EventsADayLate implements Fault {
    private static final Duration A_FEW_BLOCKS = Duration.ofSeconds(4);

    @Override
    public int number() {
        return 20;
    }

    @Override
    public String title() {
        return "events a day late";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.APPROVE);
    }

    @Override
    public void strike(Scene scene) {
        OfMilestone milestone = (OfMilestone) scene.undertaking();
        try (HiddenOutbox outbox = new HiddenOutbox(scene.site().database("marketplace"))) {
            scene.begin();
            Patience.until("an event in the outbox", Times.MOMENT, () -> outbox.size() > 0);
            scene.site().platform().clock().advance(Duration.ofDays(1));
            Patience.pass(A_FEW_BLOCKS);
            scene.expect(
                    "nothing is paid for an approval that treasury was not told of",
                    scene.site()
                            .delivery()
                            .view(milestone.work())
                            .get("status")
                            .asText()
                            .equalsIgnoreCase("APPROVED"));
        }
    }
}
