package org.crosscheck.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The figures of requests carry the {@code operationId} of the contract, by which clients and their authors know what they call,
 * and how many requests took how long. Asked for once a series, not once a request.
 */
@Singleton
class OperationFigures implements MeterFilter {
    private static final String REQUESTS = "http.server.requests";

    /** Pages, files, what is not found. */
    private static final String NONE = "NONE";

    /** Where the build leaves the contract. */
    private static final String CONTRACT = "META-INF/quarkus-generated-openapi-doc.JSON";

    /**
     * A report takes single milliseconds, a submission with its text tens, and ten seconds are beyond what anybody waits for. Each
     * bucket is a series for each operation and status.
     */
    private static final double[] BUCKETS = Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    private final Map<String, String> operations = new HashMap<>();

    OperationFigures(ObjectMapper json) {
        try (InputStream contract =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(CONTRACT)) {
            JsonNode paths = json.readTree(contract).path("paths");
            paths.properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(method -> operations.put(
                                    key(method.getKey().toUpperCase(Locale.ROOT), path.getKey()),
                                    method.getValue().path("operationId").asText(NONE))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String method, String path) {
        return method + ' ' + path;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().equals(REQUESTS)) return id;
        // HEAD asks what GET asks.
        String method = "HEAD".equals(id.getTag("method")) ? "GET" : id.getTag("method");
        return id.withTag(Tag.of("operation", operations.getOrDefault(key(method, id.getTag("uri")), NONE)));
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        if (!id.getName().equals(REQUESTS)) return config;
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(BUCKETS)
                .build()
                .merge(config);
    }
}
