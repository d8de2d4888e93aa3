package network.spheron.dao.local;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import network.spheron.dao.local.chain.LocalClock;
import network.spheron.dao.local.chain.NodeRpc;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.data.Ports;
import network.spheron.dao.local.data.Secrets;

/** Everything that is fixed before the first component starts: data directory, addresses, secrets. */
record Plan(
        DataDirectory data,
        Secrets secrets,
        URI origin,
        Map<String, Integer> ports,
        NodeRpc node,
        URI nodeOfServices,
        LocalClock clock) {
    private static final int DEFAULT_PORT = 8080;

    static Plan of(DataDirectory data, StackOptions options) {
        Ports ports = new Ports(data);
        URI origin = URI.create("http://localhost:" + ports.fixed("proxy", options.port(), DEFAULT_PORT));
        Map<String, Integer> taken = new LinkedHashMap<>();
        for (String name : new String[] {
            "chain",
            "postgres",
            "kafka",
            "kafka-controller",
            "keycloak",
            "keycloak-management",
            "governance",
            "governance-management",
            "marketplace",
            "marketplace-management",
            "treasury",
            "treasury-management"
        }) {
            taken.put(name, ports.any(name));
        }
        NodeRpc node = new NodeRpc(URI.create("http://127.0.0.1:" + taken.get("chain")));
        LocalClock clock = new LocalClock(node, data.directory("chain").resolve("clock"), Clock.systemUTC());
        URI nodeOfServices = options.nodeOfServices().apply(node.url());
        return new Plan(data, new Secrets(data), origin, Map.copyOf(taken), node, nodeOfServices, clock);
    }

    int port(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException(name + " has no port");
        }
        return port;
    }
}
