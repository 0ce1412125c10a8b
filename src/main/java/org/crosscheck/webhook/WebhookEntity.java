package org.crosscheck.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crosscheck.change.ChangeFilter;
import org.crosscheck.verdict.Flag;

/** A webhook's row. */
@Entity
@Table(name = "webhook")
class WebhookEntity extends PanacheEntityBase {
    private static final String QUEUES = """
            SELECT state, count(*), CAST(sum(waiting) AS bigint), min(position),
                   CAST(extract(epoch FROM min(failing_since)) AS float8)
              FROM (SELECT CASE WHEN NOT enabled THEN 'DISABLED' WHEN position >= :head THEN 'UP_TO_DATE'
                                WHEN failures > 0 THEN 'FAILING' ELSE 'SENDING' END AS state,
                           greatest(:head - position, 0) AS waiting, position, failing_since
                      FROM webhook) each
             GROUP BY state
            """;

    @Id
    String id;

    /** Counts what an admin changes. */
    int revision;

    String url;

    String secret;

    String[] stories;

    String[] verdicts;

    boolean enabled;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "disabled_at")
    Instant disabledAt;

    /** Everything up to this number has arrived, or does not concern it. */
    long position;

    /** How often the next one was sent in vain. */
    int failures;

    @Column(name = "failing_since")
    Instant failingSince;

    @Column(name = "last_status")
    Integer lastStatus;

    @Column(name = "last_attempt_at")
    Instant lastAttemptAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "leased_until")
    Instant leasedUntil;

    UUID lease;

    static Optional<WebhookEntity> byId(String id) {
        return findByIdOptional(id);
    }

    static Optional<WebhookEntity> locked(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    static List<WebhookEntity> after(String id, int rows) {
        return find("id > ?1 order by id", id).range(0, rows - 1).list();
    }

    /** Those that there is something to send to. */
    static List<String> due(long head, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select w.id from WebhookEntity w where w.enabled and w.position < :head"
                                + " and w.dueAt <= :now and w.leasedUntil <= :now order by w.dueAt",
                        String.class)
                .setParameter("head", head)
                .setParameter("now", now)
                .getResultList();
    }

    /**
     * By state: its name, how many webhooks are in it, how many changes wait for them in all, up to which number everything has
     * arrived at each of them, and since when the first of them fails, in seconds since 1970.
     */
    static List<Tuple> queues(long head) {
        return getSession()
                .createNativeQuery(QUEUES, Tuple.class)
                .setParameter("head", head)
                .getResultList();
    }

    boolean isDue(long head, Instant now) {
        return enabled && position < head && !dueAt.isAfter(now) && !leasedUntil.isAfter(now);
    }

    ChangeFilter filter() {
        return new ChangeFilter(
                List.of(stories), Arrays.stream(verdicts).map(Flag::valueOf).toList(), 0);
    }

    /** Sends at once again, whatever was before. */
    void startAfresh(Instant now) {
        failures = 0;
        failingSince = null;
        dueAt = now;
    }

    void disable(Instant now) {
        enabled = false;
        disabledAt = now;
    }

    /** Notes how an attempt went. */
    void tried(Attempt attempt, WebhookSettings settings) {
        lastStatus = attempt.status();
        lastAttemptAt = attempt.at();
        if (attempt.isDelivered()) {
            startAfresh(attempt.at());
            return;
        }
        failures++;
        if (failingSince == null) failingSince = attempt.at();
        dueAt = attempt.at().plus(BackOff.after(failures, settings.backOff()));
        Duration failing = Duration.between(failingSince, attempt.at());
        if (enabled && (attempt.isUnwanted() || failing.compareTo(settings.giveUpAfter()) >= 0)) disable(attempt.at());
    }
}
