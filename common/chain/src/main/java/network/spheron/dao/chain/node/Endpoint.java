package network.spheron.dao.chain.node;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import network.spheron.dao.chain.ChainUnavailable;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;

/** One address behind which a node answers. */
final class Endpoint implements AutoCloseable {
    private static final Duration REST = Duration.ofSeconds(30);

    private final String name;
    private final JsonRpc rpc;
    private final AtomicLong losses = new AtomicLong();
    private volatile long lostAt;
    private volatile long verifiedAfter = -1;

    Endpoint(URI url, Duration timeout) {
        this.name = withoutSecrets(url);
        this.rpc = new JsonRpc(url, timeout);
    }

    // What follows the host may be an API key, what precedes it a password.
    private static String withoutSecrets(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    /** Scheme, host and port; never a credential. */
    String name() {
        return name;
    }

    /** How often it was lost: behind the address there may be another node since. */
    long losses() {
        return losses.get();
    }

    /** Whether it was verified and not lost since. */
    boolean isVerified() {
        return verifiedAfter == losses.get();
    }

    /** Whether it was lost so recently that it is spared questions which can do without it. */
    boolean isResting() {
        return losses.get() > 0 && System.nanoTime() - lostAt < REST.toNanos();
    }

    /** Takes it for verified, unless it was lost again in the meantime. */
    void verified(long afterLosses) {
        verifiedAfter = afterLosses;
    }

    /** Builds requests; they can be sent through any endpoint. */
    JsonRpc rpc() {
        return rpc;
    }

    <R extends Response<?>> R send(Request<?, R> request) {
        R response;
        try {
            response = rpc.send(request, request.getResponseType());
        } catch (IOException | RuntimeException e) {
            throw failure(request.getMethod(), e);
        }
        return required(response, request);
    }

    <R extends Response<?>> List<R> sendAll(List<? extends Request<?, ? extends R>> requests) {
        String method = requests.get(0).getMethod();
        List<R> responses;
        try {
            responses = rpc.sendAll(requests);
        } catch (IOException | RuntimeException e) {
            throw failure(method, e);
        }
        for (int i = 0; i < responses.size(); i++) required(responses.get(i), requests.get(i));
        if (responses.size() < requests.size()) throw failure(method, new IOException("a batch had a single answer"));
        return responses;
    }

    private static <R extends Response<?>> R required(R response, Request<?, ?> request) {
        if (response.hasError()) throw RpcErrors.asException(request.getMethod(), response.getError());
        return response;
    }

    private ChainUnavailable failure(String method, Exception cause) {
        if (cause instanceof JsonRpc.HttpFailure http && http.isLimit()) {
            return new NodeRefused(method, NodeRefused.TOO_MANY_REQUESTS, "too many requests");
        }
        lostAt = System.nanoTime();
        losses.incrementAndGet();
        String message = "the node at " + name + " did not answer " + method + ": " + cause.getMessage();
        return cause instanceof InterruptedIOException
                ? new NodeTooSlow(message, cause)
                : new ChainUnavailable(message, cause);
    }

    @Override
    public void close() {
        rpc.close();
    }
}
