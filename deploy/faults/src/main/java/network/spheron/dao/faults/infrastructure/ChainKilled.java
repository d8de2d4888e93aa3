package network.spheron.dao.faults.infrastructure;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Step;

/**
 * The chain's node is killed in the midst of the step and comes back with what it had saved, perhaps without its last block and without the
 * transactions that waited. Expected: services wait, send again what the node has lost, and the step happens once.
 */
final class ChainKilled implements Fault {
    @Override
    public int number() {
        return 13;
    }

    @Override
    public String title() {
        return "chain killed, back with its state";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        scene.begin();
        Patience.pass(Times.soon(scene.random()));
        scene.site().chain().kill();
        Patience.pass(Times.OUTAGE);
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().start("chain");
    }
}
