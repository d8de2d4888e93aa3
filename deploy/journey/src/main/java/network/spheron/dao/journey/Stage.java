package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import network.spheron.dao.local.Platform;

/** What every step of the journey works with: the portal, the chain's clock, and a line of output per step. */
public final class Stage {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final Duration CATCHING_UP = Duration.ofSeconds(30);

    private final Platform platform;
    private final Portal visitor;
    private final Rpc rpc;
    private final PrintStream out;

    Stage(Platform platform, PrintStream out) {
        this(platform, out, promise -> {});
    }

    /**
     * @param out gets a line per step
     * @param promises gets every change that the platform takes
     */
    public Stage(Platform platform, PrintStream out, Consumer<Portal.Promise> promises) {
        this.platform = platform;
        this.visitor = Portal.visit(platform.origin(), promises);
        this.rpc = new Rpc(platform.rpcUrl().toString());
        this.out = out;
    }

    /** The API as anybody sees it. */
    public Portal visitor() {
        return visitor;
    }

    Rpc rpc() {
        return rpc;
    }

    Actor actor(String name) {
        return Actor.signIn(name, visitor, rpc);
    }

    /** One line for one step. */
    void say(String step, String transactionHash) {
        out.printf(Locale.ROOT, "  %-66s %s%n", step, transactionHash);
    }

    /** A line of output. */
    public void say(String step) {
        out.println("  " + step);
    }

    /** Moves the chain's clock to a time, unless it is there already. */
    public void passTo(long time) {
        long now = chainTime();
        if (now < time) {
            platform.clock().advance(Duration.ofSeconds(time - now));
        }
        Await.until("the chain's clock to reach " + time, () -> chainTime() >= time);
    }

    /** The time of the latest block, in seconds since the epoch. */
    public long chainTime() {
        return Rpc.number(rpc.ask("eth_getBlockByNumber", "latest", false).get("timestamp"))
                .longValueExact();
    }

    long finalBlock() {
        return Rpc.number(rpc.ask("eth_getBlockByNumber", "finalized", false).get("number"))
                .longValueExact();
    }

    /** Follows a relayed transaction to the end and answers with its hash. */
    String settled(JsonNode submission) {
        String id = submission.get("id").asText();
        JsonNode last = Await.value("submission " + id, () -> {
            JsonNode now = visitor.get("/api/submissions/" + id);
            String status = now.get("status").asText();
            return "FINAL".equals(status) || "REFUSED".equals(status) ? Optional.of(now) : Optional.empty();
        });
        if ("REFUSED".equals(last.get("status").asText())) {
            throw new IllegalStateException(last.get("key").asText() + " was refused: "
                    + last.path("reason").asText());
        }
        return last.get("transactionHash").asText();
    }

    /** Makes a request that services refuse only until they have followed the chain to where it is now. */
    <T> T onceAllowed(Supplier<T> request) {
        long deadline = System.nanoTime() + CATCHING_UP.toNanos();
        return Await.value("a request to be allowed", () -> {
            try {
                return Optional.of(request.get());
            } catch (ApiRefused refused) {
                if (refused.status() == CONFLICT && System.nanoTime() < deadline) {
                    return Optional.empty();
                }
                throw refused;
            }
        });
    }

    /** Waits until what a path shows has one of these statuses; a service may learn later than others that it exists. */
    JsonNode awaitStatus(String path, String... statuses) {
        return Await.value(path + " to become " + String.join(" or ", statuses), () -> {
            try {
                return Optional.of(visitor.get(path)).filter(view -> has(view, statuses));
            } catch (ApiRefused refused) {
                if (refused.status() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw refused;
            }
        });
    }

    /** Whether a view's status is one of these, however it is written. */
    static boolean has(JsonNode view, String... statuses) {
        String status = view.path("status").asText();
        for (String each : statuses) {
            if (each.equalsIgnoreCase(status)) {
                return true;
            }
        }
        return false;
    }

    static BigInteger integer(JsonNode amount) {
        return new BigInteger(amount.asText());
    }
}
