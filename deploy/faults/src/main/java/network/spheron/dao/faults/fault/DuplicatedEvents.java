package network.spheron.dao.faults.fault;

import java.time.Duration;
import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Broker;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Step;

/**
 * A stretch of the past that chance chooses, and whatever the step brings, comes again, three times over. Expected: every
 * inbox knows it, and nothing changes.
 */
final class DuplicatedEvents implements Fault {
    private static final int STRETCH = 100;
    private static final int TIMES = 3;
    private static final Duration NEWS = Duration.ofSeconds(8);

    @Override
    public int number() {
        return 18;
    }

    @Override
    public String title() {
        return "duplicated events";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        Broker broker = scene.site().broker();
        List<Broker.Message> past = broker.everything();
        scene.begin();
        int from = scene.random().nextInt(past.size());
        past.subList(from, Math.min(past.size(), from + STRETCH)).forEach(broker::again);
        Patience.isSoon(NEWS, () -> broker.everything().size() > past.size() + STRETCH);
        List<Broker.Message> now = broker.everything();
        for (int time = 0; time < TIMES; time++) {
            now.subList(past.size(), now.size()).forEach(broker::again);
        }
    }
}
