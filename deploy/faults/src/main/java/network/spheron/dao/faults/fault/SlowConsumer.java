package network.spheron.dao.faults.fault;

import java.time.Duration;
import java.util.List;
import network.spheron.dao.events.Topics;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Broker;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Step;

/**
 * Every event takes treasury a third of a second, and fifty that it knows already come before the step's own. Expected: it works
 * them off in order, keeps its partitions, and the step goes on.
 */
final class SlowConsumer implements Fault {
    private static final List<String> READ = List.of(Topics.MILESTONE, Topics.ELECTION);
    private static final int EVENTS = 50;
    private static final Duration WHILE = Duration.ofSeconds(8);

    @Override
    public int number() {
        return 33;
    }

    @Override
    public String title() {
        return "slow consumer";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.APPROVE);
    }

    @Override
    public void strike(Scene scene) {
        Database treasury = scene.site().database("treasury");
        treasury.change("""
                create or replace function fault_slow() returns trigger language plpgsql as $$
                begin
                    perform pg_sleep(0.33);
                    return new;
                end $$""");
        treasury.change("create trigger fault_slow before insert on inbox for each row execute function fault_slow()");
        Broker broker = scene.site().broker();
        List<Broker.Message> known = broker.everything().stream()
                .filter(message ->
                        READ.contains(message.topic()) && !scene.site().isOurs(message.id()))
                .toList();
        for (int i = 0; i < EVENTS; i++) {
            broker.again(known.get(scene.random().nextInt(known.size())));
        }
        scene.begin();
        Patience.pass(WHILE);
    }

    @Override
    public void heal(Scene scene) {
        scene.site().database("treasury").change("drop trigger if exists fault_slow on inbox");
    }
}
