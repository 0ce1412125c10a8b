package org.crosscheck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.crosscheck.http.Api;

/** What the program exports for Prometheus, at one moment. */
public final class Figures {
    private final Map<String, Double> bySeries = new HashMap<>();

    private Figures(String text) {
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            bySeries.put(line.substring(0, end), Double.valueOf(line.substring(end + 1)));
        });
    }

    public static Figures now() {
        Response answer = Api.get("/q/metrics", "Accept", "text/plain");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Figures(answer.asString());
    }

    /**
     * The sum over the series of {@code name} with these labels, given as name and value in turn; 0 where there is none.
     */
    public double of(String name, String... labels) {
        return bySeries.entrySet().stream()
                .filter(each -> is(each.getKey(), name, labels))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** How much more that is now. */
    public double since(Figures before, String name, String... labels) {
        return of(name, labels) - before.of(name, labels);
    }

    private static boolean is(String series, String name, String... labels) {
        if (!series.equals(name) && !series.startsWith(name + "{")) return false;
        for (int i = 0; i < labels.length; i += 2)
            if (!series.contains(labels[i] + "=\"" + labels[i + 1] + "\"")) return false;
        return true;
    }

    public Set<String> series() {
        return bySeries.keySet();
    }
}
