package network.spheron.dao.faults.infrastructure;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Step;

/**
 * PostgreSQL is killed in the midst of the step, and with it every service's and the sign-in's database. Expected: services say that they are
 * not ready, go on by themselves when it is back, and what was committed has its effect once.
 */
final class DatabaseKilled implements Fault {
    @Override
    public int number() {
        return 11;
    }

    @Override
    public String title() {
        return "PostgreSQL's postmaster killed";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        scene.begin();
        Patience.pass(Times.soon(scene.random()));
        scene.site().platform().kill("postgres");
        Health health = new Health(scene.site().platform());
        scene.expectSoon("treasury says that it is not ready", Times.MOMENT, () -> health.saysNotReady("treasury"));
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().start("postgres");
    }
}
