package org.crosscheck.postgres;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Starts the server again when it dies while the program lives, on the same port and with the data that it recovers. A server
 * that dies again and again is given more and more time, and at last given up: then somebody must look at its log.
 */
final class Supervisor extends Thread {
    private static final Logger LOG = Logger.getLogger(Supervisor.class);
    private static final Duration INTERVAL = Duration.ofMillis(200);
    /** A server that ran for so long was well. */
    private static final Duration WELL = Duration.ofMinutes(1);

    private static final int MOST_DEATHS = 8;
    private static final int LONGEST_PAUSE_SECONDS = 30;

    private final EmbeddedServer server;
    private volatile boolean stopped;

    Supervisor(EmbeddedServer server) {
        super("supervise-postgres");
        this.server = server;
        setDaemon(true);
    }

    /** From now on the server may end. */
    void stopSupervising() {
        stopped = true;
    }

    @Override
    public void run() {
        int deaths = 0;
        long since = System.nanoTime();
        while (!stopped) {
            LockSupport.parkNanos(INTERVAL.toNanos());
            if (stopped || server.isRunning()) continue;
            if (System.nanoTime() - since > WELL.toNanos()) deaths = 0;
            if (++deaths > MOST_DEATHS) {
                LOG.errorf(
                        "PostgreSQL died %d times in a row and is given up. Read its log, then restart Crosscheck.",
                        deaths);
                return;
            }
            LOG.warn("PostgreSQL has died and is started again");
            // The first time at once, then after 1, 2, 4 seconds.
            LockSupport.parkNanos(Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, (1L << deaths - 1) / 2))
                    .toNanos());
            if (!stopped) restart();
            since = System.nanoTime();
        }
    }

    private void restart() {
        try {
            server.restart();
        } catch (StartFailure e) {
            LOG.error(e.getMessage());
        }
    }
}
