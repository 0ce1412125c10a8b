package org.crosscheck.report;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.crosscheck.monitor.Part;
import org.jboss.logging.Logger;

/**
 * A standby that follows the database, where an operator has named one. It is asked for what is much to read, and may be behind, or
 * away: whoever asks must know which version is wanted, and take no older one. Only who looks after it waits for one that is away.
 */
@ApplicationScoped
class Replica implements Part {
    private static final Logger LOG = Logger.getLogger(Replica.class);
    private static final String WRITTEN = "SELECT CAST(pg_current_wal_lsn() AS text)";
    private static final String FOLLOWED =
            "SELECT coalesce(pg_last_wal_replay_lsn(), pg_current_wal_lsn()) >= CAST(? AS pg_lsn)";

    /** How it is. */
    enum State {
        /** Nobody has looked yet. */
        UNKNOWN,
        /** It has all that was written when it was looked at before. */
        FOLLOWS,
        /** It has not. What it has may still be good. */
        BEHIND,
        /** It does not answer. */
        AWAY
    }

    /** What is read from it; empty where it does not have it yet. */
    interface Read<T> {
        Optional<T> from(Connection connection) throws SQLException;
    }

    private final AgroalDataSource database;
    /** Null where there is none. */
    private final AgroalDataSource replica;

    private final Counter answered;
    private final Counter behind;
    private final Counter failed;
    private volatile State state = State.UNKNOWN;
    /** How far the database was when it was looked at last. */
    private String written;

    Replica(
            AgroalDataSource database,
            @DataSource("replica") InjectableInstance<AgroalDataSource> replica,
            MeterRegistry meters) {
        this.database = database;
        this.replica = replica.listActive().stream().findFirst().orElse(null);
        answered = counter(meters, "answered");
        behind = counter(meters, "behind");
        failed = counter(meters, "failed");
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("crosscheck.replica.asked")
                .description(
                        "What the read replica was asked for, by what came of it; the rest was read from the database")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** Whether it makes sense to ask it. */
    boolean isAsked() {
        return state == State.FOLLOWS || state == State.BEHIND;
    }

    /** What it says; empty where it does not have that yet, or does not answer: then the database must. */
    <T> Optional<T> ask(Read<T> read) {
        if (!isAsked()) return Optional.empty();
        try (Connection connection = replica.getConnection()) {
            Optional<T> found = read.from(connection);
            (found.isPresent() ? answered : behind).increment();
            return found;
        } catch (SQLException e) {
            failed.increment();
            if (isLost(e)) become(State.AWAY);
            LOG.debugf(e, "The replica did not answer");
            return Optional.empty();
        }
    }

    /** Whether the next one who asks would fare no better. A statement that is in the way of what follows is ended, for one. */
    private static boolean isLost(SQLException e) {
        String code = e.getSQLState();
        return code == null || !code.startsWith("40") && !code.startsWith("57014");
    }

    /** Looks whether it is there, and has what was written when this was called before. */
    @Scheduled(every = "{crosscheck.replica.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (replica == null) return;
        String before = written;
        written = written();
        try (Connection connection = replica.getConnection();
                PreparedStatement sql = connection.prepareStatement(FOLLOWED)) {
            sql.setString(1, before);
            try (ResultSet row = sql.executeQuery()) {
                row.next();
                boolean follows = row.getBoolean(1) || row.wasNull();
                become(follows ? State.FOLLOWS : State.BEHIND);
            }
        } catch (SQLException e) {
            LOG.debugf(e, "The replica does not answer");
            become(State.AWAY);
        }
    }

    /** How far the database is; null where it does not say, which others see to. */
    private String written() {
        try (Connection connection = database.getConnection();
                PreparedStatement sql = connection.prepareStatement(WRITTEN);
                ResultSet row = sql.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            LOG.debugf(e, "Nobody says how far the database is");
            return null;
        }
    }

    private void become(State now) {
        State before = state;
        state = now;
        if (before == now) return;
        if (now == State.FOLLOWS) LOG.info("Reports are read from the replica");
        else if (now == State.AWAY) LOG.warn("The replica does not answer; the database is read in its place");
        else LOG.warn("The replica is behind; what it does not have yet is read from the database");
    }

    @Override
    public String name() {
        return "replica";
    }

    @Override
    public Optional<String> trouble() {
        return switch (state) {
            case UNKNOWN, FOLLOWS -> Optional.empty();
            case BEHIND -> Optional.of("behind: reports that changed lately are read from the database");
            case AWAY -> Optional.of("away: reports are read from the database");
        };
    }
}
