package network.spheron.dao.faults.fault;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Step;
import network.spheron.dao.faults.site.Waiting;
import network.spheron.dao.local.gate.RpcGate;
import network.spheron.dao.local.gate.Trouble;

/**
 * The service that sends the step's transaction is killed when the node has the transaction and its answer is lost. Expected: it
 * is sent again, the node knows it already, and it takes effect once.
 */
final class KilledAfterBroadcast implements Fault {
    @Override
    public int number() {
        return 6;
    }

    @Override
    public String title() {
        return "killed after broadcast, response lost";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        String writer = scene.undertaking().writer();
        RpcGate node = scene.site().gates().node(writer);
        var caught = node.troubleSending(Trouble.ANSWER_LOST, transaction -> true);
        scene.begin();
        Waiting.value("a signed transaction of " + writer, Times.MOMENT, caught);
        scene.site().platform().kill(writer);
    }

    @Override
    public void heal(Scene scene) {
        scene.site().gates().node(scene.undertaking().writer()).pass();
        scene.site().platform().restart(scene.undertaking().writer());
    }
}
