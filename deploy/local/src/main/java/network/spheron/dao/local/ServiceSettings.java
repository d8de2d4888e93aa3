package network.spheron.dao.local;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import network.spheron.dao.local.component.Contracts;
import network.spheron.dao.local.component.Kafka;
import network.spheron.dao.local.component.Postgres;

/** How a service of the local stack is configured: the same keys as anywhere, with the addresses of this computer. */
final class ServiceSettings {
    private final Plan plan;
    private final Postgres postgres;
    private final Kafka kafka;
    private final Contracts contracts;

    ServiceSettings(Plan plan, Postgres postgres, Kafka kafka, Contracts contracts) {
        this.plan = plan;
        this.postgres = postgres;
        this.kafka = kafka;
        this.contracts = contracts;
    }

    /**
     * What may be read by anybody.
     *
     * @param instance the service's name, or that of another instance of it
     */
    Map<String, String> open(String service, String instance) {
        Map<String, String> settings =
                new LinkedHashMap<>(contracts.addressBook().configuration());
        settings.put("spheron.chain.rpc-url", node(service).toString());
        settings.put("spheron.chain.poll-interval", "500ms");
        settings.put("spheron.identity.issuer", plan.origin() + "/realms/spheron");
        settings.put("spheron.identity.origin", plan.origin().toString());
        settings.put("spheron.web.extra-script", "/local/wallet.js");
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers(service));
        settings.put("quarkus.datasource.jdbc.url", database(service));
        settings.put("quarkus.datasource.username", service);
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(plan.port(instance)));
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("quarkus.management.port", Integer.toString(plan.port(instance + "-management")));
        settings.put("quarkus.banner.enabled", "false");
        return settings;
    }

    /** What only the service may know, as environment variables. */
    Map<String, String> secret(String service) {
        return Map.of(
                "QUARKUS_PROFILE", "local",
                "MALLOC_ARENA_MAX", "2",
                "QUARKUS_DATASOURCE_PASSWORD", postgres.password(service),
                "SPHERON_CHAIN_RELAY_KEY", DemoKeys.privateKey(DemoKeys.relayOf(service)),
                "SPHERON_IDENTITY_CLIENT_SECRET", plan.secrets().get("oidc.portal"),
                "SPHERON_IDENTITY_SESSION_SECRET", plan.secrets().get("oidc.session"));
    }

    private URI node(String service) {
        return plan.gates()
                .map(gates -> gates.node(service).open(plan.node().url()))
                .orElse(plan.node().url());
    }

    private String database(String service) {
        return plan.gates()
                .map(gates -> gates.database(service).open(plan.port("postgres")))
                .map(port -> Postgres.jdbcUrl(port, service))
                .orElse(postgres.jdbcUrl(service));
    }
}
