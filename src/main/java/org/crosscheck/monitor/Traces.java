package org.crosscheck.monitor;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which traces begin here: those of requests, or the share of them that an operator wants. What the program asks the database by
 * itself, several times a second, would be most of all traces, and nobody asked for it. Traces that began elsewhere go on as they
 * began.
 */
class Traces {

    @Produces
    @Singleton
    static Sampler ofRequests(
            @ConfigProperty(name = "quarkus.otel.traces.sampler.arg", defaultValue = "1.0") double share) {
        return Sampler.parentBased(new Beginning(Sampler.traceIdRatioBased(share)));
    }

    private record Beginning(Sampler share) implements Sampler {
        @Override
        public SamplingResult shouldSample(
                Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
            return kind == SpanKind.SERVER
                    ? share.shouldSample(parent, trace, name, kind, attributes, links)
                    : SamplingResult.drop();
        }

        @Override
        public String getDescription() {
            return "OfRequests{" + share.getDescription() + "}";
        }
    }
}
