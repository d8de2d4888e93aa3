package network.spheron.dao.faults.infrastructure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Step;
import network.spheron.dao.local.gate.Gates;
import network.spheron.dao.local.gate.TcpGate;

/**
 * Treasury is cut off from its database, from the broker and from its node, one after the other, in an order that chance decides: nothing comes
 * through and nobody is told, until all that had stood is reset. Expected: treasury waits, loses nothing and repeats nothing.
 */
final class Partition implements Fault {
    private static final String TREASURY = "treasury";

    @Override
    public int number() {
        return 30;
    }

    @Override
    public String title() {
        return "partition from database, broker, node";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        Gates gates = scene.site().platform().gates().orElseThrow();
        List<TcpGate> lines = new ArrayList<>(List.of(
                gates.database(TREASURY),
                gates.broker(TREASURY),
                gates.node(TREASURY).line()));
        Collections.shuffle(lines, scene.random());
        scene.begin();
        for (TcpGate line : lines) {
            line.hold();
            Patience.pass(Times.OUTAGE);
            // What stood through the partition is gone: nobody knows what the other side had still got.
            line.cut();
            line.pass();
        }
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().gates().orElseThrow().openAll();
    }
}
