package network.spheron.dao.testing.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import network.spheron.dao.messaging.TopicSetup;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.TestDatabase;
import network.spheron.dao.testing.TestKafka;
import network.spheron.dao.testing.TestPostgres;
import network.spheron.dao.testing.TestTokens;

/**
 * Everything around a service: PostgreSQL, Kafka with the topics, the chain with the DAO, and an identity provider. They
 * are started once per JVM, that is per Maven module; every start of the service gets an empty database. Used with
 * {@code @QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = …))}.
 */
public class PlatformResource implements QuarkusTestResourceLifecycleManager {
    private String service = "";

    @Override
    public void init(Map<String, String> arguments) {
        String given = arguments.get("service");
        if (given == null) {
            throw new IllegalArgumentException("which service is tested? Give the argument \"service\"");
        }
        service = given;
    }

    @Override
    public Map<String, String> start() {
        TestDatabase database = TestPostgres.createDatabase();
        String brokers = TestKafka.bootstrapServers();
        TopicSetup.create(Map.of("bootstrap.servers", brokers));
        Map<String, String> configuration = new HashMap<>(TestDao.addresses().configuration());
        configuration.put("spheron.service.name", service);
        configuration.put("spheron.chain.rpc-url", TestChain.shared().rpcUrl());
        configuration.put("spheron.chain.poll-interval", "200ms");
        configuration.put("spheron.chain.relay-key", TestDao.relay(service).privateKey());
        configuration.put("spheron.identity.issuer", TestTokens.shared().issuer());
        configuration.put("kafka.bootstrap.servers", brokers);
        configuration.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        configuration.put("quarkus.datasource.username", database.username());
        configuration.put("quarkus.datasource.password", database.password());
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("quarkus.management.test-port", "0");
        return configuration;
    }

    @Override
    public void stop() {}
}
