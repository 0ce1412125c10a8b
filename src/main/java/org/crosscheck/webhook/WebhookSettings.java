package org.crosscheck.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How changes are sent. */
@ConfigMapping(prefix = "crosscheck.webhooks")
public interface WebhookSettings {

    /** Whether to send to addresses that are not of the public internet. Then an admin can make this server call its neighbours. */
    @WithDefault("false")
    boolean allowPrivate();

    /** How long to wait after each failure in a row; the last one goes for all that follow. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> backOff();

    /** A webhook that has only failed for so long is disabled. */
    @WithDefault("5d")
    Duration giveUpAfter();

    /** How long a receiver may take to answer. */
    @WithDefault("15s")
    Duration timeout();

    /** How many webhooks are sent to at once. */
    @WithDefault("8")
    int senders();
}
