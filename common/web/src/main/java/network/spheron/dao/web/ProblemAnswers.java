package network.spheron.dao.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/** Answers with a problem in the form that the client understands: JSON under /api and to scripts, else a page. */
@ApplicationScoped
class ProblemAnswers {
    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

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
                .map(html -> text(problem, MediaType.TEXT_HTML_TYPE, html))
                .onFailure()
                .recoverWithItem(cause -> withoutPage(problem, cause));
    }

    // What broke the request, such as a database that is away, may break its page as well.
    private static Response withoutPage(Problem problem, Throwable cause) {
        LOG.error("the page for a problem cannot be rendered", cause);
        return text(problem, MediaType.TEXT_PLAIN_TYPE, problem.title() + ": " + problem.detail());
    }

    private static Response text(Problem problem, MediaType type, String text) {
        return Response.status(problem.status())
                .type(type.withCharset("UTF-8"))
                .entity(text)
                .build();
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
