package network.spheron.dao.figures;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.TreeMap;

/** What a real run has around it, and tiny sizes. */
public final class SmallRun implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new TreeMap<>(Backing.start());
        configuration.put("figures.rounds", "1");
        configuration.put("figures.ledger.accounts", "7");
        configuration.put("figures.ledger.transfers", "50");
        configuration.put("figures.ledger.peer-transfers", "50");
        configuration.put("figures.ledger.page", "20");
        configuration.put("figures.ledger.peer-connections", "2");
        configuration.put("figures.delay.rates", "20");
        configuration.put("figures.delay.seconds", "1");
        configuration.put("figures.delay.backlog", "30");
        return configuration;
    }

    @Override
    public void stop() {
        // It ends with the tests.
    }
}
