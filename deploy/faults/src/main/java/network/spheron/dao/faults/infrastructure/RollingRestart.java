package network.spheron.dao.faults.infrastructure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Site;
import network.spheron.dao.faults.site.Step;

/**
 * Every service is stopped in order and started again, one after the other, while the step goes on. Expected: the step happens once, as if
 * nothing had been.
 */
final class RollingRestart implements Fault {
    @Override
    public int number() {
        return 34;
    }

    @Override
    public String title() {
        return "rolling restart";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        scene.begin();
        List<String> services = new ArrayList<>(Site.SERVICES);
        Collections.shuffle(services, scene.random());
        services.forEach(scene.site().platform()::restart);
    }
}
