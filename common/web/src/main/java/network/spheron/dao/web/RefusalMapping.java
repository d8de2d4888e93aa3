package network.spheron.dao.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.chain.KeyAlreadyUsed;
import network.spheron.dao.chain.signing.BadSignature;
import network.spheron.dao.identity.NotSignedIn;
import network.spheron.dao.identity.WalletNotLinked;
import network.spheron.dao.identity.WalletProofRefused;
import network.spheron.dao.identity.WalletTaken;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is answered when the platform refuses: its own rules, the contracts, or the chain that does not answer. */
@Singleton
class RefusalMapping {
    private static final Logger LOG = Logger.getLogger(RefusalMapping.class);

    private final ProblemAnswers answers;

    RefusalMapping(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    Uni<Response> refused(Refusal e, HttpServerRequest request) {
        return answers.answer(Problem.of(e), request);
    }

    @ServerExceptionMapper
    Uni<Response> notSignedIn(NotSignedIn e, HttpServerRequest request) {
        return answers.answer(Problem.of(401, "not-signed-in", text(e)), request);
    }

    @ServerExceptionMapper
    Uni<Response> walletNotLinked(WalletNotLinked e, HttpServerRequest request) {
        return answers.answer(Problem.of(403, "wallet-not-linked", text(e)), request);
    }

    @ServerExceptionMapper
    Uni<Response> walletProofRefused(WalletProofRefused e, HttpServerRequest request) {
        return answers.answer(Problem.of(400, "wallet-proof-refused", text(e)), request);
    }

    @ServerExceptionMapper
    Uni<Response> walletTaken(WalletTaken e, HttpServerRequest request) {
        return answers.answer(Problem.of(409, "wallet-taken", text(e)), request);
    }

    @ServerExceptionMapper
    Uni<Response> badSignature(BadSignature e, HttpServerRequest request) {
        return answers.answer(Problem.of(400, "bad-signature", text(e)), request);
    }

    @ServerExceptionMapper
    Uni<Response> contractRefused(CallReverted e, HttpServerRequest request) {
        Problem problem =
                Problem.of(409, "contract-refused", "the contract refuses: " + text(e), Map.of("error", e.error()));
        return answers.answer(problem, request);
    }

    @ServerExceptionMapper
    Uni<Response> underWay(KeyAlreadyUsed e, HttpServerRequest request) {
        return answers.answer(Problem.of(409, "already-under-way", text(e)), request);
    }

    @ServerExceptionMapper
    Uni<Response> chainUnavailable(ChainUnavailable e, HttpServerRequest request) {
        LOG.warnf(e, "%s %s needs the chain, which does not answer", request.method(), request.path());
        String detail = "the chain does not answer at the moment; nothing was changed";
        return answers.answer(Problem.of(503, "chain-unavailable", detail), request);
    }

    private static String text(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
