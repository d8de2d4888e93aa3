package network.spheron.dao.chain.node;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthAccounts;
import org.web3j.protocol.http.HttpService;

/** JSON-RPC over HTTP to an external signer. */
final class SignerConnection implements AutoCloseable {
    private final OkHttpClient http;
    private final HttpService service;

    SignerConnection(URI url, Duration timeout) {
        this.http = new OkHttpClient.Builder().callTimeout(timeout).build();
        this.service = new HttpService(url.toString(), http);
    }

    /** The accounts that it has keys of, lower-case hex. */
    List<String> accounts() {
        return send("eth_accounts", List.of(), EthAccounts.class).getAccounts().stream()
                .map(account -> account.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What it says is the signed transaction. */
    String sign(Map<String, String> transaction) {
        return String.valueOf(send("eth_signTransaction", List.of(transaction), SignedAnswer.class)
                .getResult());
    }

    private <P, R extends Response<?>> R send(String method, List<P> parameters, Class<R> type) {
        R response;
        try {
            response = new Request<>(method, parameters, service, type).send();
        } catch (IOException | RuntimeException e) {
            throw new SignerUnavailable("the signer did not answer " + method + ": " + e.getMessage(), e);
        }
        if (response.hasError()) {
            throw new SignerUnavailable(
                    method + " was refused by the signer: "
                            + response.getError().getMessage(),
                    null);
        }
        if (response.getResult() == null) throw new SignerUnavailable("the signer answered nothing to " + method, null);
        return response;
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** The bytes, 0x-prefixed hex. */
    static final class SignedAnswer extends Response<String> {}
}
