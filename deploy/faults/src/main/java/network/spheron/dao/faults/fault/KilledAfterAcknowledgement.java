package network.spheron.dao.faults.fault;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.Hold;
import network.spheron.dao.faults.site.Step;

/**
 * The service that tells of the step is killed when the broker has acknowledged the event, which is still in the outbox.
 * Expected: the event is sent again with the same id, and its readers apply it once.
 */
final class KilledAfterAcknowledgement implements Fault {
    @Override
    public int number() {
        return 3;
    }

    @Override
    public String title() {
        return "killed after the broker's acknowledgement";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        String writer = scene.undertaking().writer();
        Database database = scene.site().database(writer);
        try (Hold hold = Hold.before(database, "delete", "outbox")) {
            scene.begin();
            hold.awaitCaught(Times.MOMENT);
            scene.site().platform().kill(writer);
            hold.rollBack();
            scene.expect("the event is still in the outbox", database.number("select count(*) from outbox") > 0);
        }
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().restart(scene.undertaking().writer());
    }
}
