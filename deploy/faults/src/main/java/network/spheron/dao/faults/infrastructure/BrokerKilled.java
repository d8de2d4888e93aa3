package network.spheron.dao.faults.infrastructure;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.Step;

/**
 * The broker is killed before the step. Expected: the chain's part goes on, the events wait in the outbox, and everybody learns of them when
 * the broker is back.
 */
final class BrokerKilled implements Fault {
    @Override
    public int number() {
        return 10;
    }

    @Override
    public String title() {
        return "Kafka killed";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        scene.site().platform().kill("kafka");
        scene.begin();
        Database writer = scene.site().database(scene.undertaking().writer());
        scene.expectSoon(
                "the event waits in the outbox", Times.MOMENT, () -> writer.number("select count(*) from outbox") > 0);
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().start("kafka");
    }
}
