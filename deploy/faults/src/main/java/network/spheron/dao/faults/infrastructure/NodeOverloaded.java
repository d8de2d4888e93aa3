package network.spheron.dao.faults.infrastructure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Site;
import network.spheron.dao.faults.site.Step;
import network.spheron.dao.local.gate.Gates;
import network.spheron.dao.local.gate.RpcGate;
import network.spheron.dao.local.gate.Trouble;

/**
 * For a while every service's node answers with status 429, then not at all, then with half an answer, each to two requests of three. Expected:
 * the services ask again and take no half answer for a whole one; what was sent meanwhile is sent again and happens once.
 */
final class NodeOverloaded implements Fault {
    private static final int SPARED = 3;
    private static final Duration LASTING = Duration.ofSeconds(6);

    @Override
    public int number() {
        return 29;
    }

    @Override
    public String title() {
        return "RPC timeouts and 429";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        Gates gates = scene.site().platform().gates().orElseThrow();
        scene.begin();
        for (Trouble trouble :
                List.of(Trouble.TOO_MANY_REQUESTS, Trouble.SILENCE, Trouble.CUT_SHORT, Trouble.ANSWER_LOST)) {
            List<CompletableFuture<RpcGate.Request>> first = new ArrayList<>();
            for (String service : Site.SERVICES) {
                AtomicInteger asked = new AtomicInteger(scene.random().nextInt(SPARED));
                first.add(gates.node(service).trouble(trouble, request -> asked.incrementAndGet() % SPARED != 0));
            }
            Patience.pass(LASTING);
            scene.expect("every service has met " + trouble, first.stream().allMatch(CompletableFuture::isDone));
        }
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().gates().orElseThrow().openAll();
    }
}
