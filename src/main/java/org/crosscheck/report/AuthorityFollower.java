package org.crosscheck.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosscheck.party.Authority;
import org.crosscheck.party.AuthorityChangeEntity;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryWriter;
import org.crosscheck.story.Touched;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Judges again what depends on parties and concepts that have changed, in all stories, one transaction a story: before the
 * change is answered, and again later where that failed or the server died.
 */
@ApplicationScoped
class AuthorityFollower {
    private static final Logger LOG = Logger.getLogger(AuthorityFollower.class);
    private static final String DEPENDENT = """
            SELECT story_id, attribute_id, voices, concepts FROM finding
             WHERE voices && CAST(:parties AS text[]) OR concepts && CAST(:concepts AS text[])
            """;

    private final Session db;
    private final StoryWriter writer;
    private final FindingKeeper keeper;

    AuthorityFollower(Session db, StoryWriter writer, FindingKeeper keeper) {
        this.db = db;
        this.writer = writer;
        this.keeper = keeper;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Authority.Changed change) {
        followSafely();
    }

    void started(@Observes StartupEvent start) {
        followSafely();
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void later() {
        followSafely();
    }

    private void followSafely() {
        try {
            follow();
        } catch (RuntimeException e) {
            LOG.warn("Findings that depend on a changed party or concept will be judged again later", e);
        }
    }

    /** One thread at a time, for all changes that there are: those that wait find their work done, and do not do it again. */
    private synchronized void follow() {
        List<AuthorityChangeEntity> pending = QuarkusTransaction.requiringNew().call(AuthorityChangeEntity::pending);
        if (pending.isEmpty()) return;
        Map<String, Touched> dependent = QuarkusTransaction.requiringNew().call(() -> dependent(pending));
        dependent.forEach((story, touched) -> QuarkusTransaction.requiringNew().run(() -> refresh(story, touched)));
        QuarkusTransaction.requiringNew().run(() -> AuthorityChangeEntity.done(pending));
    }

    private Map<String, Touched> dependent(List<AuthorityChangeEntity> changes) {
        Set<String> parties = new TreeSet<>();
        Set<String> concepts = new TreeSet<>();
        for (AuthorityChangeEntity change : changes) {
            parties.addAll(List.of(change.parties));
            concepts.addAll(List.of(change.concepts));
        }
        List<Tuple> rows = db.createNativeQuery(DEPENDENT, Tuple.class)
                .setParameter("parties", parties.toArray(String[]::new))
                .setParameter("concepts", concepts.toArray(String[]::new))
                .getResultList();
        Map<String, Touched> touched = new TreeMap<>();
        for (Tuple row : rows)
            touched.computeIfAbsent(row.get(0, String.class), story -> new Touched())
                    .authority(
                            row.get(1, String.class),
                            among(parties, row.get(2, String[].class)),
                            among(concepts, row.get(3, String[].class)));
        return touched;
    }

    private static List<String> among(Set<String> changed, String[] named) {
        return Arrays.stream(named).filter(changed::contains).toList();
    }

    private void refresh(String storyId, Touched touched) {
        try {
            StoryEntity story = writer.lock(storyId);
            if (keeper.refresh(storyId, story.version + 1, touched)) story.version++;
        } catch (ProblemException deletedMeanwhile) {
            LOG.debugf("The story %s is gone", storyId);
        }
    }
}
