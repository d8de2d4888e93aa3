package network.spheron.dao.faults.fault;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Hold;
import network.spheron.dao.faults.site.Step;

/**
 * Treasury is killed when the transaction is in a final block and its entry is about to be written. Expected: the block is
 * followed again from its beginning, and every entry is there once.
 */
final class KilledBeforeLedger implements Fault {
    @Override
    public int number() {
        return 7;
    }

    @Override
    public String title() {
        return "killed after the receipt, before the ledger";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.FUND, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        try (Hold hold = Hold.before(scene.site().database("treasury"), "insert", "ledger_entry")) {
            scene.begin();
            hold.awaitCaught(Times.MOMENT);
            scene.site().platform().kill("treasury");
            hold.rollBack();
        }
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().restart("treasury");
    }
}
