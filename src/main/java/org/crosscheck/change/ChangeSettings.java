package org.crosscheck.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes are followed. */
@ConfigMapping(prefix = "crosscheck.changes")
public interface ChangeSettings {

    /** How often to look for what other processes have written; what this one writes wakes it at once. */
    @WithDefault("500ms")
    Duration poll();

    /** How many streams may be open at once; more are 503. */
    @WithDefault("200")
    int maxStreams();

    /** How often a stream shows that it is alive while nothing happens. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a client may take to read what it was sent, before its stream is closed. */
    @WithDefault("60s")
    Duration patience();
}
