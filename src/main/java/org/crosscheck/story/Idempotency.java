package org.crosscheck.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.crosscheck.http.OwnJson;
import org.crosscheck.http.Sha256;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;

/**
 * Answers a POST that is sent again with its Idempotency-Key as it was answered the first time (after the IETF draft
 * "The Idempotency-Key HTTP Header Field"). The answer is stored in the transaction of the write, under the lock of its
 * story: a duplicate that arrives meanwhile waits, and then finds it.
 */
@ApplicationScoped
public class Idempotency {
    /** The header in which a client sends its key. */
    public static final String KEY = "Idempotency-Key";

    /** What the contract says about the header. */
    public static final String DESCRIPTION =
            "Sent again with the same body, the request answers the same and does nothing.";

    /** How long answers are remembered. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final OwnJson json;
    private final Clock clock;

    Idempotency(OwnJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** What a POST answers. */
    public record Answer(int status, String location, String etag, String body) {

        public Response response() {
            return Response.status(status)
                    .header(HttpHeaders.LOCATION, location)
                    .header(HttpHeaders.ETAG, etag)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(body)
                    .build();
        }
    }

    /** Whether a POST with {@code key} was answered before, so that nothing needs to be prepared for it. */
    @Transactional
    public boolean isAnswered(String story, String key) {
        return key != null && AnsweredPostEntity.byKey(story, key).isPresent();
    }

    /**
     * Does {@code work} once for each {@code key}. The caller has locked the story.
     *
     * @param key null where the client sent none
     * @param request what was asked: path and body
     */
    public Answer once(String story, String key, Object request, Supplier<Answer> work) {
        if (key == null) return work.get();
        if (!key.matches("[\\x21-\\x7e]{1,255}"))
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "Send an Idempotency-Key of 1 to 255 visible ASCII characters.");
        String fingerprint = Sha256.hex(json.write(request));
        AnsweredPostEntity known = AnsweredPostEntity.byKey(story, key).orElse(null);
        if (known == null) return remember(story, key, fingerprint, work.get());
        if (!known.fingerprint.equals(fingerprint))
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key came with another request before. Send a new key with a new request.");
        return new Answer(known.status, known.location, known.etag, known.body);
    }

    /** The answer whose body is {@code body} as JSON. */
    public Answer answer(int status, String location, String etag, Object body) {
        return new Answer(status, location, etag, json.write(body));
    }

    private Answer remember(String story, String key, String fingerprint, Answer answer) {
        Instant now = clock.instant();
        AnsweredPostEntity.forgetBefore(story, now.minus(REMEMBERED));
        AnsweredPostEntity answered = new AnsweredPostEntity();
        answered.storyId = story;
        answered.key = key;
        answered.fingerprint = fingerprint;
        answered.status = answer.status();
        answered.location = answer.location();
        answered.etag = answer.etag();
        answered.body = answer.body();
        answered.answeredAt = now;
        answered.persist();
        return answer;
    }
}
