package network.spheron.dao.local.gate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every service's own ways to its database, the broker and the chain's node. They are part of a stack from its start
 * ({@code StackOptions.withGates}); while nobody touches them, everything passes.
 */
public final class Gates {
    private final Map<String, TcpGate> databases = new ConcurrentHashMap<>();
    private final Map<String, TcpGate> brokers = new ConcurrentHashMap<>();
    private final Map<String, RpcGate> nodes = new ConcurrentHashMap<>();

    /** The way of a service to its database. */
    public TcpGate database(String service) {
        return databases.computeIfAbsent(service, TcpGate::new);
    }

    /** The way of a service to the broker. */
    public TcpGate broker(String service) {
        return brokers.computeIfAbsent(service, TcpGate::new);
    }

    /** The way of a service to the chain's node. */
    public RpcGate node(String service) {
        return nodes.computeIfAbsent(service, RpcGate::new);
    }

    /** Lets everything pass again, everywhere. */
    public void openAll() {
        databases.values().forEach(TcpGate::pass);
        brokers.values().forEach(TcpGate::pass);
        nodes.values().forEach(RpcGate::pass);
    }
}
