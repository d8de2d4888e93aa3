package network.spheron.dao.faults.fault;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.Hold;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Step;

/**
 * Treasury is killed when an event's effect is committed and the broker does not know that it was read. Expected: the event comes
 * again, and the inbox knows it.
 */
final class KilledAfterInboxCommit implements Fault {
    @Override
    public int number() {
        return 4;
    }

    @Override
    public String title() {
        return "killed after inbox commit";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.APPROVE);
    }

    @Override
    public void strike(Scene scene) {
        Database treasury = scene.site().database("treasury");
        try (Hold hold = Hold.beforeCommit(treasury, "inbox")) {
            long before = treasury.number("select count(*) from inbox");
            scene.begin();
            hold.awaitCaught(Times.MOMENT);
            scene.site().platform().pause("kafka");
            hold.release();
            Patience.until(
                    "the inbox to be committed",
                    Times.MOMENT,
                    () -> treasury.number("select count(*) from inbox") > before);
            scene.site().platform().kill("treasury");
        } finally {
            scene.site().platform().resume("kafka");
        }
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().restart("treasury");
    }
}
