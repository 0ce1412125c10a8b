package org.crosscheck.dossier;

import io.smallrye.config.ConfigMapping;

/** Settings of the seeds. */
@ConfigMapping(prefix = "crosscheck.seeds")
interface SeedSettings {
    /** Whether the seeds are loaded at the start; by default only into the embedded database. */
    boolean load();
}
