package org.crosscheck.problem;

import java.util.Locale;

/** The kinds of error that clients can tell apart. The type URI is stable; titles may be reworded. */
public enum ProblemType {
    MALFORMED_JSON(400, "The body is not JSON"),
    MALFORMED_CSV(400, "The body is not CSV"),
    INVALID_REQUEST(400, "The request cannot be understood"),
    UNAUTHENTICATED(401, "A key is needed"),
    FORBIDDEN(403, "Your key may not do this"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
    NOT_ACCEPTABLE(406, "No representation that you accept"),
    CONFLICT(409, "The state of things does not allow it"),
    PRECONDITION_FAILED(412, "It has changed since you read it"),
    PRECONDITION_REQUIRED(428, "Say which state you change"),
    CONTENT_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The URL is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a media type that is not read here"),
    VALIDATION(422, "The body is at fault"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key belongs to another request"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    REQUEST_FAILED(400, "The request was not accepted"),
    INTERNAL(500, "The server failed"),
    UNAVAILABLE(503, "The server cannot answer now");

    /** When to come back to a server that is {@link #UNAVAILABLE}: overload passes within moments, and a restart does too. */
    public static final String RETRY_SECONDS = "2";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The value of {@code type}: a URN that names the kind of error. */
    public String uri() {
        return "urn:crosscheck:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type that fits an HTTP status best. */
    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) return type;
        }
        return status >= 500 ? INTERNAL : REQUEST_FAILED;
    }
}
