package network.spheron.dao.local;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import network.spheron.dao.local.chain.LocalClock;
import network.spheron.dao.local.chain.NodeRpc;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.data.Ports;
import network.spheron.dao.local.data.Secrets;
import network.spheron.dao.local.gate.Gates;

/** Everything that is fixed before the first component starts: data directory, addresses, secrets. */
record Plan(
        DataDirectory data,
        Secrets secrets,
        URI origin,
        Map<String, Integer> ports,
        NodeRpc node,
        Optional<Gates> gates,
        LocalClock clock) {
    /** The name of a node that falls behind the chain's own. */
    static final String FROZEN_CHAIN = "chain-frozen";

    private static final int DEFAULT_PORT = 8080;

    static Plan of(DataDirectory data, StackOptions options) {
        Ports ports = new Ports(data);
        URI origin = URI.create("http://localhost:" + ports.fixed("proxy", options.port(), DEFAULT_PORT));
        Map<String, Integer> taken = new LinkedHashMap<>();
        names().forEach(name -> taken.put(name, ports.any(name)));
        NodeRpc node = new NodeRpc(URI.create("http://127.0.0.1:" + taken.get("chain")));
        LocalClock clock = new LocalClock(node, data.directory("chain").resolve("clock"), Clock.systemUTC());
        return new Plan(data, new Secrets(data), origin, Map.copyOf(taken), node, options.gates(), clock);
    }

    /** The name of another instance of a service. */
    static String second(String service) {
        return service + "-2";
    }

    /** The name of the broker's listener that only this service uses. */
    static String listener(String service) {
        return "kafka-" + service;
    }

    private static Stream<String> names() {
        Stream<String> services = StackOptions.SERVICES.stream()
                .sorted()
                .flatMap(service -> Stream.of(
                        service,
                        service + "-management",
                        second(service),
                        second(service) + "-management",
                        listener(service)));
        return Stream.concat(
                Stream.of(
                        "chain",
                        FROZEN_CHAIN,
                        "postgres",
                        "kafka",
                        "kafka-controller",
                        "keycloak",
                        "keycloak-management"),
                services);
    }

    int port(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException(name + " has no port");
        }
        return port;
    }
}
