package org.crosscheck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The id of a request, as clients see it. */
@QuarkusTest
class RequestIdTest {
    private static final String HEADER = "X-Request-Id";

    private static String idOf(String path, String... headers) {
        return Api.get(path, headers).header(HEADER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "0af7651916cd43dd8448eb211c80319c",
                "9b2d8a4e-6c1f-4a0e-9f55-0d3c1c6d1f00",
                "edge_1.2026-11-29.A"
            })
    void an_id_that_a_request_comes_with_is_kept(String id) {
        assertThat(idOf("/v1/stories", HEADER, id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "<b>", "a\"b", "a%0d%0ab", "caf\u00e9", "{}", "a,b"})
    void one_that_could_mean_something_in_a_log_is_replaced(String id) {
        assertThat(idOf("/v1/stories", HEADER, id)).matches("[0-9a-f]{32}");
    }

    @Test
    void one_that_is_too_long_is_replaced() {
        assertThat(idOf("/v1/stories", HEADER, "a".repeat(100))).isEqualTo("a".repeat(100));
        assertThat(idOf("/v1/stories", HEADER, "a".repeat(101))).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/stories",
                "/v1/stories/none",
                "/v1/nothing",
                "/v1/stories?limit=x",
                "/q/health/live",
                "/assets/icon.svg"
            })
    void every_answer_has_an_id_of_its_own(String path) {
        String id = idOf(path);
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(idOf(path)).isNotEqualTo(id);
    }

    @Test
    void so_has_one_that_is_turned_away_at_the_door() {
        assertThat(Api.get("/v1/stories?q=" + "a".repeat(9000)).statusCode()).isEqualTo(414);
        assertThat(idOf("/v1/stories?q=" + "a".repeat(9000), HEADER, "mine")).isEqualTo("mine");
    }
}
