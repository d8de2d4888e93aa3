package network.spheron.dao.faults.infrastructure;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Step;
import network.spheron.dao.local.Platform;
import network.spheron.dao.local.gate.RpcGate;

/**
 * Treasury's node stops to follow the network in the midst of the step: it answers, with the chain as it was. Expected: treasury takes nothing
 * from it that it did not know before, sends nothing twice, and goes on when the node has caught up.
 */
final class NodeBehind implements Fault {
    @Override
    public int number() {
        return 15;
    }

    @Override
    public String title() {
        return "node behind";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.FUND, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        Platform platform = scene.site().platform();
        String frozen = platform.startFrozenNode();
        RpcGate way = way(scene);
        try {
            way.open(platform.address(frozen));
            scene.begin();
            Patience.pass(Times.OUTAGE);
            scene.expect(
                    "treasury does not act on what it cannot see",
                    !scene.undertaking().goOn());
        } finally {
            way.open(platform.rpcUrl());
            platform.stop(frozen);
        }
    }

    private static RpcGate way(Scene scene) {
        return scene.site().platform().gates().orElseThrow().node("treasury");
    }
}
