package org.crosscheck.http;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Conditional requests (RFC 9110, section 13): what the client knows of the state that it reads or writes. Tags are
 * compared weakly, since every one names a state and not its bytes.
 */
public class ETags {
    @Parameter(
            description =
                    "Go on only if the entity tag is still one of these, or * if it exists at all; else 412. A PUT that"
                            + " changes what exists needs it; else 428.")
    @HeaderParam(HttpHeaders.IF_MATCH)
    String ifMatch;

    @Parameter(
            description =
                    "On reads, answer 304 if the entity tag is one of these. On writes, * goes on only if it does not"
                            + " exist yet; else 412.")
    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    String ifNoneMatch;

    private boolean unconditional;

    /** No conditions, and none needed: what the program writes by itself replaces whatever is there. */
    public static ETags unconditional() {
        ETags tags = new ETags();
        tags.unconditional = true;
        return tags;
    }

    /** The tag of revision or version {@code number}. */
    public static String tag(long number) {
        return "\"" + number + "\"";
    }

    /** Whether the client already has the state tagged {@code current}. */
    public boolean known(String current) {
        return ifNoneMatch != null && matches(ifNoneMatch, current);
    }

    /** Throws a 412 problem unless the client's conditions hold. {@code current} is null where nothing exists yet. */
    public void check(String current) {
        if (ifMatch != null && !matches(ifMatch, current))
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    current == null
                            ? "It does not exist. Leave If-Match out to create it."
                            : "It is now at " + current
                                    + ". Read it again, apply your change to that, and send its ETag"
                                    + " as If-Match.");
        if (ifNoneMatch != null && matches(ifNoneMatch, current))
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "It exists already, at " + current + ". Leave If-None-Match out to replace it.");
    }

    /**
     * Throws a 428 problem (RFC 6585) where what is at {@code current} is about to change and the client does not say that it
     * knows that state: it might undo what somebody else has just done. Called where a PUT finds that it changes something, so
     * that a request which is sent again needs no condition. {@code current} is null where nothing exists yet.
     */
    public void checkKnown(String current) {
        if (current == null || ifMatch != null || unconditional) return;
        throw new ProblemException(
                ProblemType.PRECONDITION_REQUIRED,
                "It exists already, at " + current
                        + ". Read it, apply your change to that, and send its ETag as If-Match;"
                        + " or send If-Match: * to replace whatever is there.");
    }

    private static boolean matches(String header, String current) {
        if (current == null) return false;
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
    }
}
