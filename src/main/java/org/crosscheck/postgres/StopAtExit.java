package org.crosscheck.postgres;

import java.io.IOException;
import java.util.List;

/**
 * Stops the server when the program ends.
 *
 * <p>The program is stopping at the same time, and lets go of its connections as it does. So the server is first asked to
 * wait until its clients have gone, and only then to send them away.
 */
final class StopAtExit extends Thread {
    /** Its lock is to be held until the end of the process. */
    private final DataFolder folder;

    private final Supervisor supervisor;
    private final List<ProcessBuilder> attempts;

    /** Prepares all of it: after a live reload of dev mode, no class can be loaded from where this one came from. */
    StopAtExit(DataFolder folder, Programs programs, Supervisor supervisor) {
        super("stop-postgres");
        this.folder = folder;
        this.supervisor = supervisor;
        this.attempts = List.of(stop(programs, "smart", 10), stop(programs, "fast", 60));
    }

    private ProcessBuilder stop(Programs programs, String mode, int seconds) {
        return programs.process(
                        "pg_ctl",
                        List.of("stop", "--pgdata=" + folder.cluster(), "--mode=" + mode, "--timeout=" + seconds))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    @Override
    public void run() {
        supervisor.stopSupervising();
        try {
            for (var attempt : attempts) {
                if (attempt.start().waitFor() == 0) {
                    return;
                }
            }
        } catch (IOException e) {
            System.err.println("PostgreSQL was not stopped; the next start does it: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
