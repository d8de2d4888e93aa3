package network.spheron.dao.faults.infrastructure;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Step;

/**
 * Another treasury runs on the same database, and both are ready when the step comes. Expected: one of them sends, once; every event is
 * applied by one of them; the step needs neither to be stopped.
 */
final class TwoTreasuries implements Fault {
    private static final String TREASURY = "treasury";
    private static final String SECOND = "treasury-2";

    @Override
    public int number() {
        return 9;
    }

    @Override
    public String title() {
        return "two treasury instances at once";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        scene.site().platform().startSecond(TREASURY);
        scene.begin();
        scene.expectSoon("the step reaches its end", Times.MOMENT, scene.undertaking()::goOn);
        Health health = new Health(scene.site().platform());
        scene.expect("the first is ready", health.saysReady(TREASURY));
        scene.expect("the second is ready", health.saysReady(SECOND));
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().stop(SECOND);
    }
}
