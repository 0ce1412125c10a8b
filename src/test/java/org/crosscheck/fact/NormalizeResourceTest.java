package org.crosscheck.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of any text. */
@QuarkusTest
class NormalizeResourceTest {
    private static Response normalize(String text) {
        return Api.post(
                "/v1/normalize",
                new ObjectMapper()
                        .createObjectNode()
                        .put("text", text)
                        .put("referenceTime", "2017-05-02T22:00:00Z")
                        .put("language", "en"));
    }

    @Test
    void values_have_their_place_their_type_and_their_rule() {
        String text = "On Tuesday the navy fired 59 Tomahawk cruise missiles \uD83D\uDE80 worth US$2.5bn.";
        JsonNode values = Api.json(normalize(text)).path("values");
        for (JsonNode value : values)
            assertThat(text.substring(
                            value.path("start").asInt(), value.path("end").asInt()))
                    .isEqualTo(value.path("text").asText());
        assertThat(Api.each(values, "text")).containsExactly("Tuesday", "59 Tomahawk cruise missiles", "US$2.5bn");
        assertThat(values.at("/0/value")).isEqualTo(Api.json("{\"type\": \"TIME\", \"edtf\": \"2017-05-02\"}"));
        assertThat(values.at("/1/value/unit").asText()).isEqualTo("missile");
        assertThat(values.at("/1/thing").asText()).isEqualTo("tomahawk cruise missile");
        assertThat(values.at("/2/value/unit").asText()).isEqualTo("USD");
        assertThat(values.at("/2/value/min").decimalValue()).isEqualByComparingTo("2500000000");
        assertThat(values.at("/1/rule").asText()).isEqualTo("quantity.counted");
    }

    @Test
    void a_language_without_rules_is_refused() {
        Response refused = Api.post("/v1/normalize", "{\"text\": \"zwölf\", \"language\": \"de\"}");
        JsonNode problem = Api.json(Api.assertProblem(refused, 422));
        assertThat(Api.each(problem.path("violations"), "pointer")).containsExactly("/language");
        Api.assertProblem(Api.post("/v1/normalize", "{\"language\": \"en\"}"), 422);
        // of the shape of a tag, and none
        assertThat(Api.post("/v1/normalize", "{\"text\": \"two cats\", \"language\": \"en-a\"}")
                        .statusCode())
                .isIn(200, 422);
        Api.assertProblem(Api.post("/v1/normalize", "{\"text\": \"a\", \"language\": \"e\"}"), 422);
    }

    @Test
    void who_says_what_is_told_with_source_cue_and_content() {
        String text = "The ferry was late, Lena Ost said. The company made no mention of the storm.";
        JsonNode read = Api.json(Api.post(
                "/v1/attributions", new ObjectMapper().createObjectNode().put("text", text)));
        assertThat(read.at("/claims/0/content/text").asText()).isEqualTo("The ferry was late");
        assertThat(read.at("/claims/0/cue/text").asText()).isEqualTo("said");
        assertThat(read.at("/claims/0/speakers/0/name").asText()).isEqualTo("Lena Ost");
        assertThat(read.at("/silences/0/matter/text").asText()).contains("storm");
        assertThat(read.at("/silences/0/speakers/0/name").asText()).contains("company");
        Api.assertProblem(Api.post("/v1/attributions", "{\"text\": \"a\", \"language\": \"de\"}"), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "\"", "‏", "1-", "one ", "May ", "and ", "(", "said ", "“", "0.1.", "\uD83D\uDE00"})
    void nonsense_of_any_length_is_answered(String piece) {
        String text = piece.repeat(900_000 / piece.length());
        assertThat(normalize(text).statusCode()).isEqualTo(200);
        ObjectMapper json = new ObjectMapper();
        assertThat(Api.post("/v1/attributions", json.createObjectNode().put("text", text))
                        .statusCode())
                .isEqualTo(200);
    }
}
