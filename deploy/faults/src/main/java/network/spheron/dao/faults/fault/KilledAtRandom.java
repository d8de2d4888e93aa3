package network.spheron.dao.faults.fault;

import java.time.Duration;
import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Site;
import network.spheron.dao.faults.site.Step;

/**
 * A service that chance chooses is killed some time after the step has begun, and once more after its restart. Expected: the step
 * goes on where it stopped.
 */
final class KilledAtRandom implements Fault {
    private static final int LATEST_MILLIS = 3_000;

    @Override
    public int number() {
        return 8;
    }

    @Override
    public String title() {
        return "killed at random";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        List<String> services = List.copyOf(Site.SERVICES);
        String victim = services.get(scene.random().nextInt(services.size()));
        scene.begin();
        Patience.pass(Duration.ofMillis(scene.random().nextInt(LATEST_MILLIS)));
        scene.site().platform().kill(victim);
        scene.site().platform().restart(victim);
        Patience.pass(Duration.ofMillis(scene.random().nextInt(LATEST_MILLIS)));
        scene.site().platform().kill(victim);
    }

    @Override
    public void heal(Scene scene) {
        for (String service : Site.SERVICES) {
            if (!scene.site().platform().pids().containsKey(service)) {
                scene.site().platform().restart(service);
            }
        }
    }
}
