package org.crosscheck.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The one thread that numbers changes and tells who follows them: at once after a commit of this process, and every now and then
 * for those of others.
 */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /**
     * It is time to look around.
     *
     * @param head the last number that was given
     */
    public record Tick(long head) {}

    private final Numbering numbering;
    private final ChangeSettings settings;
    private final Event<Tick> tick;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopping;
    private boolean failing;
    private Thread thread;

    Dispatcher(Numbering numbering, ChangeSettings settings, Event<Tick> tick) {
        this.numbering = numbering;
        this.settings = settings;
        this.tick = tick;
    }

    /** There may be something to do. */
    public void wake() {
        news.release();
    }

    void start(@Observes StartupEvent start) {
        thread = new Thread(this::run, "changes");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        wake();
        if (thread != null) thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void run() {
        while (!stopping) {
            try {
                news.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
                if (!stopping) lookAround();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void lookAround() {
        try {
            while (numbering.numberSome()) LOG.debug("More changes to number");
            tick.fire(new Tick(numbering.head()));
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) LOG.warn("Changes are not sent out for now; trying again", e);
            failing = true;
        }
    }
}
