package network.spheron.dao.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is answered to requests that fail outside the platform's own rules; nothing here tells about the inside. */
@Singleton
class ProblemMapping {
    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);

    private final ProblemAnswers answers;

    ProblemMapping(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    Uni<Response> mismatched(MismatchedInputException e, HttpServerRequest request) {
        return answers.answer(unreadable(e), request);
    }

    @ServerExceptionMapper
    Uni<Response> http(WebApplicationException e, HttpServerRequest request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return answers.answer(unreadable(json), request);
        }
        Response given = e.getResponse();
        if (given.getStatus() < 400 || given.hasEntity()) {
            return Uni.createFrom().item(given);
        }
        Problem problem = ofStatus(given.getStatus());
        return answers.answer(isOurs(e) ? problem.saying(String.valueOf(e.getMessage())) : problem, request);
    }

    // What JAX-RS says by itself is "HTTP 404 Not Found"; what a resource says is worth passing on.
    private static boolean isOurs(WebApplicationException e) {
        return e.getMessage() != null && !e.getMessage().startsWith("HTTP ") && e.getCause() == null;
    }

    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException e, HttpServerRequest request) {
        return answers.answer(ofStatus(403), request);
    }

    @ServerExceptionMapper
    Uni<Response> unexpected(Exception e, HttpServerRequest request) {
        if (isOverlap(e)) {
            String detail = "somebody changed the same at the same time; nothing was changed here, send it again";
            return answers.answer(Problem.of(409, "changed-meanwhile", detail), request);
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(e, "%s %s failed, incident %s", request.method(), request.path(), id);
        Problem problem = Problem.of(
                500, "internal-error", "something went wrong here; quote incident " + id, Map.of("incident", id));
        return answers.answer(problem, request);
    }

    /** Known as late as with the commit, and wrapped by whoever commits. */
    private static boolean isOverlap(Exception e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(OptimisticLockException.class::isInstance);
    }

    private static Problem unreadable(JsonProcessingException e) {
        String field = e instanceof JsonMappingException mapping ? field(mapping) : "";
        if (field.isEmpty()) {
            return Problem.of(400, "malformed-json", "the body is not the JSON that is expected here");
        }
        String error = "has a value of the wrong kind";
        return Problem.of(400, "invalid-request", field + " " + error, Map.of("errors", Map.of(field, error)));
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(status, "invalid-request", "the request cannot be read");
            case 401 -> Problem.of(status, "not-signed-in", "sign in first");
            case 403 -> Problem.of(status, "forbidden", "your role does not open this");
            case 404 -> Problem.of(status, "not-found", "there is nothing at this address");
            case 405 -> Problem.of(status, "method-not-allowed", "this address does not take that method");
            case 406 -> Problem.of(status, "not-acceptable", "this address does not answer in that format");
            case 413 -> Problem.of(status, "too-large", "the request is too large");
            case 415 -> Problem.of(status, "unsupported-media-type", "this address does not take that content type");
            default -> Problem.of(status, "http-" + status, "the request was answered with status " + status);
        };
    }
}
