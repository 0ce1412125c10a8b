package org.crosscheck.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crosscheck.problem.ProblemType;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/** How operations can fail, for the contract. */
enum Failure {
    BAD_REQUEST(
            ProblemType.INVALID_REQUEST,
            "The request cannot be understood",
            "Change limit: give a number from 1 to 500."),
    UNAUTHENTICATED(
            ProblemType.UNAUTHENTICATED,
            "A key is needed, or the one that you sent is not good",
            "Send a key as X-API-Key, or a token of the issuer as Authorization: Bearer."),
    FORBIDDEN(
            ProblemType.FORBIDDEN,
            "Your key may not do this",
            "This takes the role ADMIN, and yours is EDITOR. Ask an admin for a key that may."),
    NOT_FOUND(ProblemType.NOT_FOUND, "There is no such thing", "There is no story \"trump-putin-cal\"."),
    NOT_ACCEPTABLE(
            ProblemType.NOT_ACCEPTABLE,
            "No representation that you accept",
            "Accept what /q/openapi says that this answers: application/json in most places, or */*."),
    CONFLICT(
            ProblemType.CONFLICT, "The state of things does not allow it", "There are facts on it. Delete them first."),
    PRECONDITION_FAILED(
            ProblemType.PRECONDITION_FAILED,
            "It has changed since you read it",
            "It is now at \"3\". Read it again, apply your change to that, and send its ETag as If-Match."),
    PRECONDITION_REQUIRED(
            ProblemType.PRECONDITION_REQUIRED,
            "It exists and would change, and If-Match is missing",
            "It exists already, at \"3\". Read it, apply your change to that, and send its ETag as If-Match;"
                    + " or send If-Match: * to replace whatever is there."),
    CONTENT_TOO_LARGE(
            ProblemType.CONTENT_TOO_LARGE,
            "The body is too large",
            "Send a smaller body, for instance fewer sources at a time."),
    URI_TOO_LONG(ProblemType.URI_TOO_LONG, "The URL is too long", "Send a URL of at most 8000 characters."),
    UNSUPPORTED_MEDIA_TYPE(
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            "The body has a media type that is not read here",
            "Send a Content-Type that /q/openapi says is read here: application/json in most places."),
    VALIDATION(
            ProblemType.VALIDATION,
            "The body is at fault, as violations say",
            "Change /facts/0/value/min: min is above max; swap them."),
    TOO_MANY_REQUESTS(
            ProblemType.TOO_MANY_REQUESTS,
            "Too many requests, with this key or from this address",
            "Wait 3 seconds, as Retry-After says, and send fewer requests."),
    HEADERS_TOO_LARGE(
            ProblemType.HEADERS_TOO_LARGE, "The headers are too large", "Send headers of at most 16000 bytes in all."),
    INTERNAL(
            ProblemType.INTERNAL,
            "The server failed",
            "This is a fault of the server, which has logged it. Nothing was stored."),
    UNAVAILABLE(ProblemType.UNAVAILABLE, "The server cannot answer now", "Try again in a moment.");

    private final ProblemType type;
    private final String description;
    private final String detail;

    Failure(ProblemType type, String description, String detail) {
        this.type = type;
        this.description = description;
        this.detail = detail;
    }

    String status() {
        return String.valueOf(type.status());
    }

    String description() {
        return description;
    }

    /** Its name among the responses of the contract. */
    String responseName() {
        StringBuilder name = new StringBuilder();
        for (String word : name().split("_"))
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        return name.toString();
    }

    /** In the same order at every build: the contract is compared byte for byte. */
    Map<String, Object> example() {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type.uri());
        problem.put("title", type.title());
        problem.put("status", type.status());
        problem.put("detail", detail);
        if (this == VALIDATION) {
            Map<String, Object> violation = new LinkedHashMap<>();
            violation.put("pointer", "/facts/0/value/min");
            violation.put("message", "min is above max; swap them.");
            problem.put("violations", List.of(violation));
        }
        return problem;
    }

    /** Whether the operation may change what is stored. */
    static boolean writes(String path, PathItem.HttpMethod method) {
        return method != PathItem.HttpMethod.GET && !path.equals("/v1/check");
    }

    boolean concerns(String path, PathItem.HttpMethod method, Operation operation) {
        boolean hasBody = operation.getRequestBody() != null;
        boolean writes = writes(path, method);
        return switch (this) {
            case BAD_REQUEST,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    NOT_ACCEPTABLE,
                    URI_TOO_LONG,
                    TOO_MANY_REQUESTS,
                    HEADERS_TOO_LARGE,
                    INTERNAL,
                    UNAVAILABLE -> true;
            case NOT_FOUND -> path.contains("{");
            case CONFLICT -> writes;
            case PRECONDITION_FAILED -> writes && hasParameter(operation, "If-Match");
            case PRECONDITION_REQUIRED -> method == PathItem.HttpMethod.PUT && hasParameter(operation, "If-Match");
            case CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, VALIDATION -> hasBody;
        };
    }

    static boolean hasParameter(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }
}
