package network.spheron.dao.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers with a problem in the form that the client understands: JSON under /api and to scripts, else a page. */
@ApplicationScoped
class ProblemAnswers {
    private final Template page;

    ProblemAnswers(@Location("problem.html") Template page) {
        this.page = page;
    }

    Uni<Response> answer(Problem problem, HttpServerRequest request) {
        if (!wantsPage(request)) {
            return Uni.createFrom().item(json(problem));
        }
        // Where no resource was found this runs on an event loop, while the page looks up the person's wallets.
        return Uni.createFrom()
                .item(() -> page.data("problem", problem).render())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(html -> Response.status(problem.status())
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(html)
                        .build());
    }

    static Response json(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }

    static boolean isApi(HttpServerRequest request) {
        return request.path().startsWith("/api/");
    }

    private static boolean wantsPage(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return !isApi(request) && accept != null && accept.contains("text/html");
    }
}
