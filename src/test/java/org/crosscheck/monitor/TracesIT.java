package org.crosscheck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crosscheck.dossier.Client;
import org.crosscheck.postgres.PackagedProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces as a collector gets them: OTLP over HTTP, in protocol buffers, in which words and ids stand as they are. */
class TracesIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    @TempDir
    private Path data;

    private HttpServer collector;
    private final List<String> received = new CopyOnWriteArrayList<>();

    @BeforeEach
    void collect() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", this::take);
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        // A character for each byte.
        received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
        exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Test
    void a_request_arrives_as_a_trace_with_its_statements_and_without_their_values_and_nothing_else_does()
            throws Exception {
        Map<String, String> settings = Map.of(
                "QUARKUS_OTEL_SDK_DISABLED", "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://127.0.0.1:" + collector.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100MS");
        try (PackagedProgram program = PackagedProgram.start(data, settings)) {
            Client client = new Client(program.address());
            client.send("GET", "/sign-in/issuer?code=zanzibar", null);
            client.must("PUT", "/v1/stories/traced", "{\"title\": \"zanzibar\"}", "traceparent", TRACEPARENT);
            await("PUT /v1/stories/{story}");
            await("INSERT INTO story");
        }
        assertThat(received).anySatisfy(spans -> assertThat(spans).contains("crosscheck", bytes(TRACE)));
        assertThat(received)
                .allSatisfy(spans -> assertThat(spans)
                        .as(
                                "what was stored, what signs somebody in, and what the program asks by itself, the first time at its start")
                        .doesNotContain("zanzibar", "authority_change"));
    }

    private void await(String words) throws InterruptedException {
        for (int i = 0; i < 600 && received.stream().noneMatch(spans -> spans.contains(words)); i++) Thread.sleep(50);
        assertThat(received).anySatisfy(spans -> assertThat(spans).contains(words));
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }
}
