package network.spheron.dao.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Who has not signed in is sent to do so from a page, and told so by the API. */
@Singleton
class AuthenticationProblems {

    /** A token that does not hold is found out before any resource is looked for. */
    void register(@Observes Router router) {
        router.route("/api/*").failureHandler(context -> {
            if (context.failure() instanceof AuthenticationFailedException
                    && !context.response().ended()) {
                Problem problem = Problem.of(401, "not-signed-in", "the bearer token is not valid");
                context.response()
                        .setStatusCode(401)
                        .putHeader("Content-Type", Problem.MEDIA_TYPE)
                        .putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                        .end(Json.encode(problem));
            } else {
                context.next();
            }
        });
    }

    @ServerExceptionMapper
    Uni<Response> unauthorized(UnauthorizedException e, RoutingContext context) {
        if (ProblemAnswers.isApi(context.request())) {
            return Uni.createFrom().item(ProblemAnswers.json(ProblemMapping.ofStatus(401)));
        }
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(context).map(AuthenticationProblems::challenge);
    }

    private static Response challenge(ChallengeData challenge) {
        Response.ResponseBuilder response = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        return response.build();
    }
}
