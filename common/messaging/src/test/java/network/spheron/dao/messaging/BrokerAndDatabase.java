package network.spheron.dao.messaging;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import network.spheron.dao.testing.TestDatabase;
import network.spheron.dao.testing.TestKafka;
import network.spheron.dao.testing.TestPostgres;

/** A real broker with the platform's topics, and a real database. */
public class BrokerAndDatabase implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        TestDatabase database = TestPostgres.createDatabase();
        TopicSetup.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
        return Map.of(
                "kafka.bootstrap.servers", TestKafka.bootstrapServers(),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {}
}
