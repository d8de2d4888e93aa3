package network.spheron.dao.faults.fault;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.HiddenOutbox;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Step;

/**
 * The service that tells of the step is killed when the event is committed and was not sent yet. Expected: it is sent after the
 * restart, and every reader applies it once.
 */
final class KilledBeforeRelay implements Fault {
    @Override
    public int number() {
        return 2;
    }

    @Override
    public String title() {
        return "killed after commit, before relay";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        String writer = scene.undertaking().writer();
        try (HiddenOutbox outbox = new HiddenOutbox(scene.site().database(writer))) {
            scene.begin();
            Patience.until("an event in the outbox", Times.MOMENT, () -> outbox.size() > 0);
            scene.site().platform().kill(writer);
            scene.expect("the event is still there", outbox.size() > 0);
        }
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().restart(scene.undertaking().writer());
    }
}
