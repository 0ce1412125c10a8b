package org.crosscheck.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/** The example of the exchange format, and the report that is agreed on for it. */
@QuarkusTest
class BridgeDossierTest {
    private static final JsonNode DOSSIER = Api.file("/bridge/dossier.json");
    private static final JsonNode REPORT = Api.file("/bridge/report.json");
    private static final String STORY = "/v1/stories/" + DOSSIER.at("/story/id").asText();

    private static void assertAgreed(JsonNode report) {
        for (String count : new String[] {"story", "sources", "lineages", "summary"})
            assertThat(report.path(count)).isEqualTo(REPORT.path(count));
        assertThat(report.path("findings")).hasSameSizeAs(REPORT.path("findings"));
        for (int i = 0; i < REPORT.path("findings").size(); i++) {
            for (String agreed : new String[] {"attribute", "verdict", "flags"})
                assertThat(report.path("findings").path(i).path(agreed))
                        .isEqualTo(REPORT.path("findings").path(i).path(agreed));
        }
    }

    @Test
    void a_check_gives_the_report_and_stores_nothing() {
        JsonNode report = Api.json(Api.post("/v1/check", DOSSIER.toString().replace("bridge-", "unstored-bridge-")));
        assertThat(report.path("version").asInt()).isZero();
        assertThat(Api.get("/v1/stories/unstored-bridge-closure-2026-03-14").statusCode())
                .isEqualTo(404);
        assertAgreed(Api.json(Api.post("/v1/check", DOSSIER)));
    }

    @Test
    void the_stored_story_has_the_same_report() {
        assertThat(Api.putAnyway(STORY + "/dossier", DOSSIER).statusCode()).isIn(200, 201);
        assertAgreed(Api.json(Api.get(STORY + "/report")));
    }

    @Test
    void importing_the_export_changes_nothing() {
        Api.putAnyway(STORY + "/dossier", DOSSIER);
        Response exported = Api.get(STORY + "/dossier");
        String report = Api.get(STORY + "/report").asString();
        Response imported = Api.put(STORY + "/dossier", exported.asString(), "If-Match", exported.header("ETag"));
        assertThat(imported.statusCode()).isEqualTo(200);
        assertThat(imported.header("ETag")).isEqualTo(exported.header("ETag"));
        assertThat(Api.json(imported)).isEqualTo(Api.json(exported));
        assertThat(Api.get(STORY + "/report").asString()).isEqualTo(report);
    }

    @Test
    void a_deleted_story_comes_back_as_it_was() {
        String id = "bridge-again";
        String story = Api.story(id);
        String exported = Api.get(story + "/dossier").asString();
        JsonNode findings = Api.json(Api.get(story + "/report")).path("findings");
        assertThat(Api.delete(story).statusCode()).isEqualTo(204);
        assertThat(Api.get(story + "/report").statusCode()).isEqualTo(404);
        assertThat(Api.put(story + "/dossier", exported).statusCode()).isEqualTo(201);
        assertThat(Api.get(story + "/dossier").asString()).isEqualTo(exported);
        assertThat(Api.json(Api.get(story + "/report")).path("findings")).isEqualTo(findings);
    }
}
