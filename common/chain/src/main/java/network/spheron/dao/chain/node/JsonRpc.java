package network.spheron.dao.chain.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.web3j.protocol.Service;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;

/** JSON-RPC 2.0 over HTTP, single requests and batches. */
final class JsonRpc extends Service {
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient http;
    private final String url;

    JsonRpc(URI url, Duration timeout) {
        super(false);
        this.url = url.toString();
        // The call as a whole has a limit; a slow answer is not cut off by a shorter one of its parts.
        this.http = new OkHttpClient.Builder()
                .callTimeout(timeout)
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .build();
    }

    /** Answers in the order of the requests, whatever order the node gives them in. */
    @SuppressWarnings("rawtypes") // web3j's own signatures are raw
    <R extends Response<?>> List<R> sendAll(List<? extends Request<?, ? extends R>> requests) throws IOException {
        JsonNode answers;
        try (InputStream answer = performIO(objectMapper.writeValueAsString(requests))) {
            answers = objectMapper.readTree(answer);
        }
        // A node that refuses a batch as a whole answers with a single error.
        if (!answers.isArray()) return List.of(read(answers, requests.get(0)));
        Map<Long, JsonNode> byId = new HashMap<>();
        answers.forEach(answer -> byId.put(answer.path("id").asLong(), answer));
        List<R> ordered = new ArrayList<>();
        for (Request<?, ? extends R> request : requests) {
            JsonNode answer = byId.get(request.getId());
            if (answer == null) throw new IOException("the answer was cut short");
            ordered.add(read(answer, request));
        }
        return ordered;
    }

    private <R extends Response<?>> R read(JsonNode answer, Request<?, ? extends R> request) throws IOException {
        return objectMapper.treeToValue(answer, request.getResponseType());
    }

    @Override
    protected InputStream performIO(String request) throws IOException {
        okhttp3.Request post = new okhttp3.Request.Builder()
                .url(url)
                .post(RequestBody.create(request.getBytes(StandardCharsets.UTF_8), JSON))
                .build();
        okhttp3.Response response = http.newCall(post).execute();
        if (response.isSuccessful()) return response.body().byteStream();
        try (response) {
            throw new HttpFailure(response.code());
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** The node answered with a status that is no answer. */
    static final class HttpFailure extends IOException {
        private static final long serialVersionUID = 1;

        private final int status;

        HttpFailure(int status) {
            super("HTTP status " + status);
            this.status = status;
        }

        boolean isLimit() {
            return status == NodeRefused.TOO_MANY_REQUESTS;
        }
    }
}
