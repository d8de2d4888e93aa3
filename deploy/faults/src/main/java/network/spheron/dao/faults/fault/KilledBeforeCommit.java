package network.spheron.dao.faults.fault;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.Hold;
import network.spheron.dao.faults.site.Step;

/**
 * The service that has to act is killed when its transaction has written everything and is about to be committed. Expected:
 * nothing of it remains, the event or the block comes again, and the step happens once.
 */
final class KilledBeforeCommit implements Fault {
    @Override
    public int number() {
        return 1;
    }

    @Override
    public String title() {
        return "killed before commit";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        // Treasury applies an event in its inbox, and asks for a release in its relay's table.
        String table = scene.step() == Step.PAY ? "chain_submission" : "inbox";
        Database treasury = scene.site().database("treasury");
        try (Hold hold = Hold.beforeCommit(treasury, table)) {
            long before = treasury.number("select count(*) from " + table);
            scene.begin();
            hold.awaitCaught(Times.MOMENT);
            scene.site().platform().kill("treasury");
            hold.rollBack();
            scene.expect("nothing is committed", treasury.number("select count(*) from " + table) == before);
        }
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().restart("treasury");
    }
}
