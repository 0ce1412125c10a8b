package org.crosscheck.monitor;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells an operator which parts do less than they should, and since when. Always UP: to take a server out of service for that would
 * make less of less. What ends service, a database that is away, is DOWN in a check of its own.
 */
@Readiness
class Degraded implements HealthCheck {
    private final Watch watch;

    Degraded(Watch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("degraded").up();
        watch.troubles().forEach((part, trouble) -> response.withData(part, trouble.since() + " " + trouble.what()));
        return response.build();
    }
}
