package network.spheron.dao.faults.fault;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Step;
import network.spheron.dao.faults.site.Waiting;
import network.spheron.dao.local.gate.RpcGate;
import network.spheron.dao.local.gate.SignedTransaction;
import network.spheron.dao.local.gate.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * The service that sends the step's transaction is killed when the signed bytes are stored and before the node sees them.
 * Expected: the very same bytes go out after the restart.
 */
final class KilledAfterSigning implements Fault {
    private @Nullable SignedTransaction unsent;

    @Override
    public int number() {
        return 5;
    }

    @Override
    public String title() {
        return "killed after signing";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        String writer = scene.undertaking().writer();
        RpcGate node = scene.site().gates().node(writer);
        var caught = node.troubleSending(Trouble.SILENCE, transaction -> true);
        scene.begin();
        unsent = Waiting.value("a signed transaction of " + writer, Times.MOMENT, caught);
        scene.site().platform().kill(writer);
    }

    @Override
    public void heal(Scene scene) {
        String writer = scene.undertaking().writer();
        RpcGate node = scene.site().gates().node(writer);
        node.pass();
        scene.site().platform().restart(writer);
        SignedTransaction first = unsent;
        if (first != null) {
            scene.expectSoon(
                    "the bytes that were stored are the ones that are sent",
                    Times.MOMENT,
                    () -> node.passed().contains(first));
        }
    }
}
