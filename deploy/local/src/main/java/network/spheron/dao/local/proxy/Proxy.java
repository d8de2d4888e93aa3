package network.spheron.dao.local.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import network.spheron.dao.local.chain.LocalClock;
import network.spheron.dao.local.chain.NodeRpc;
import network.spheron.dao.local.process.CannotStart;
import network.spheron.dao.local.process.Component;
import org.jspecify.annotations.Nullable;

/** The one origin that browsers and API clients see. It runs in the launcher's own process. */
public final class Proxy implements Component {
    /** Dot segments and encoded separators could lead past the route table. */
    private static final Pattern EVASIVE = Pattern.compile("(?i).*(//|\\\\|/\\.\\.?(/|$)|%2e|%2f|%5c|;).*");

    static {
        // Without it small answers wait for the delayed acknowledgement of the one before.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final URI origin;
    private final Map<String, Integer> ports;
    private final Routes routes = Routes.load();
    private final Forwarder forwarder;
    private final LocalEndpoints local;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    /** @param ports the port of each component that the route table names */
    public Proxy(URI origin, Map<String, Integer> ports, NodeRpc node, LocalClock clock) {
        this.origin = origin;
        this.ports = Map.copyOf(ports);
        this.forwarder = new Forwarder(origin);
        this.local = new LocalEndpoints(node, clock);
    }

    @Override
    public String name() {
        return "proxy";
    }

    @Override
    public void start() {
        try {
            HttpServer listening =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), origin.getPort()), 0);
            ExecutorService pool = Executors.newCachedThreadPool();
            listening.setExecutor(pool);
            listening.createContext("/", this::handle);
            listening.start();
            server = listening;
            threads = pool;
        } catch (IOException e) {
            throw new CannotStart("the proxy cannot listen on port " + origin.getPort() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void await() {
        // It listens when start returns.
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    @Override
    public Optional<ProcessHandle> process() {
        return server == null ? Optional.empty() : Optional.of(ProcessHandle.current());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            if (EVASIVE.matcher(path).matches()) {
                Answer.problem(exchange, 400, "bad-path", "This path is not accepted");
                return;
            }
            Optional<Route> route = routes.match(path);
            if (route.isEmpty()) {
                Answer.problem(exchange, 404, "not-found", "There is nothing at this address");
            } else {
                follow(route.get(), exchange);
            }
        }
    }

    private void follow(Route route, HttpExchange exchange) throws IOException {
        if (route.isRedirect()) {
            Answer.redirect(exchange, route.redirection());
        } else if (route.target().equals("launcher")) {
            local.handle(exchange);
        } else {
            Integer port = ports.get(route.target());
            if (port == null) {
                throw new IOException("the route table names " + route.target() + ", which has no port");
            }
            forwarder.forward(exchange, port);
        }
    }
}
