package org.crosscheck.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.vertx.core.http.HttpClosedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that ends a request into a problem. No class name, SQL or stack trace leaves the server. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final AllFaults allFaults;

    ProblemMappers(AllFaults allFaults) {
        this.allFaults = allFaults;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        Response response = respond(e.problem());
        return e.retryAfter() == 0
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.RETRY_AFTER, e.retryAfter())
                        .build();
    }

    /** Bean Validation found fault with a parameter or the body. */
    @ServerExceptionMapper(priority = 1)
    public Response invalid(ResteasyReactiveViolationException e, HttpHeaders headers) {
        return invalidRequest(e, headers);
    }

    @ServerExceptionMapper(priority = 1)
    public Response invalidRequest(ConstraintViolationException e, HttpHeaders headers) {
        ConstraintViolation<?> first = e.getConstraintViolations().iterator().next();
        boolean inBody = PropertyPointers.isInBody(first);
        Violations violations = allFaults.around(first, headers.getLength());
        return problem(violations.problem(inBody ? ProblemType.VALIDATION : ProblemType.INVALID_REQUEST));
    }

    @ServerExceptionMapper(priority = 1)
    public Response json(JsonProcessingException e) {
        return respond(JsonProblems.of(e));
    }

    /** More precise than {@link #json}, so that it comes before Quarkus's own mapper, whose answer has no body. */
    @ServerExceptionMapper(priority = 1)
    public Response mismatched(MismatchedInputException e) {
        return json(e);
    }

    /** A body in UTF-32 that is not. */
    @ServerExceptionMapper(priority = 1)
    public Response undecodable(CharConversionException e) {
        return respond(Problem.of(
                ProblemType.MALFORMED_JSON, ProblemType.MALFORMED_JSON.status(), "Send JSON in UTF-8.", List.of()));
    }

    @ServerExceptionMapper(priority = 1)
    public Response webApplication(WebApplicationException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) return json(json);
            if (cause instanceof ProblemException problem) return problem(problem);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) return e.getResponse();
        Response response = respond(status);
        if (e instanceof NotAllowedException) {
            Object allow = e.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
            if (allow != null)
                return Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
        }
        return response;
    }

    @ServerExceptionMapper(priority = 10_000)
    public Response anythingElse(Throwable e) {
        Problem storage = StorageProblems.of(e);
        if (storage != null) return respond(storage);
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) return problem(problem);
            // Nobody is there to read an answer, and nothing of ours has failed.
            if (cause instanceof HttpClosedException gone) {
                LOG.debug("A client went away before its request was read", gone);
                return respond(400);
            }
        }
        LOG.error("A request failed", e);
        return respond(500);
    }

    /** A problem for a bare status, such as the router gives. */
    static Problem bare(int status) {
        ProblemType type = ProblemType.ofStatus(status);
        String detail = switch (type) {
            case NOT_FOUND -> "Check the path; /q/swagger-ui lists what there is.";
            case METHOD_NOT_ALLOWED -> "Use one of the methods in the Allow header.";
            case NOT_ACCEPTABLE ->
                "Accept what /q/openapi says that this answers: application/json in most places, or */*.";
            case UNSUPPORTED_MEDIA_TYPE ->
                "Send a Content-Type that /q/openapi says is read here: application/json in most places.";
            case CONTENT_TOO_LARGE -> "Send a smaller body, for instance fewer sources at a time.";
            case INTERNAL -> "This is a fault of the server, which has logged it. Nothing was stored.";
            case UNAVAILABLE -> "Try again in a moment.";
            default -> "Check the request against /q/openapi.";
        };
        return Problem.of(type, status, detail, List.of());
    }

    private static Response respond(int status) {
        return respond(bare(status));
    }

    private static Response respond(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == ProblemType.UNAVAILABLE.status())
            response.header(HttpHeaders.RETRY_AFTER, ProblemType.RETRY_SECONDS);
        if (problem.status() == ProblemType.UNAUTHENTICATED.status())
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer, ApiKey");
        return response.build();
    }
}
