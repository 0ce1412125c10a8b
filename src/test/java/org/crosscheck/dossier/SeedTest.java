package org.crosscheck.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of the first story, as it is served after a fresh start. */
@QuarkusTest
class SeedTest {
    private static final String STORY = "/v1/stories/trump-putin-call-2017-05-02";

    private static JsonNode finding(String attribute) {
        return Api.json(Api.get(STORY + "/findings/" + attribute));
    }

    private static List<String> flags(String attribute) {
        return Api.texts(finding(attribute).path("flags"));
    }

    @ParameterizedTest
    @CsvSource({
        "call-date, AGREEMENT",
        "call-number, AGREEMENT",
        "missiles-launched, REFINEMENT",
        "strike-month, AGREEMENT",
        "meeting-venue, REFINEMENT",
        "meeting-venue, OMISSION",
        "meeting-month, REFINEMENT",
        "safe-zones, OMISSION",
        "call-tone, UNDETERMINED",
        "astana-talks-venue, REFINEMENT",
        "us-representative, REFINEMENT",
        "north-korea, AGREEMENT",
        "restraint-on-north-korea, OMISSION",
        "chemical-attack-blame, CONTRADICTION",
        "civil-war-length, CONTRADICTION",
        "election-meddling, CONTRADICTION"
    })
    void the_table_of_verdicts_comes_out(String attribute, String flag) {
        assertThat(flags(attribute)).contains(flag);
    }

    @ParameterizedTest
    @CsvSource({
        "safe-zones-in-detail, AGREEMENT",
        "chemical-dispute-raised, AGREEMENT",
        "astana-talks-start, CONTRADICTION",
        "safe-zones, AGREEMENT"
    })
    void what_must_not_be_found_is_not(String attribute, String flag) {
        assertThat(flags(attribute)).isNotEmpty().doesNotContain(flag);
    }

    @Test
    void the_number_of_the_call_has_two_lineages_though_four_sources() {
        JsonNode support = finding("call-number").path("support");
        assertThat(support.path("sources").asInt()).isEqualTo(4);
        assertThat(support.path("lineages").asInt()).isEqualTo(2);
    }

    @Test
    void the_kremlin_is_silent_on_safe_zones_as_reported_and_as_observed() {
        JsonNode silences = finding("safe-zones").path("silences");
        JsonNode reported = null;
        JsonNode observed = null;
        for (JsonNode silence : silences) {
            if (!silence.path("voice").asText().equals("kremlin")) continue;
            if (silence.path("known").asText().equals("REPORTED")) reported = silence;
            else observed = silence;
        }
        assertThat(Api.texts(reported.path("by")))
                .contains("nyt-2017-05-02", "straits-times-2017-05-04", "ap-2017-05-02");
        assertThat(observed.path("source").asText()).isEqualTo("kremlin-readout-2017-05-02");
    }

    @Test
    void the_white_house_readout_is_silent_on_the_meeting_and_on_restraint() {
        for (String attribute : List.of("meeting-venue", "restraint-on-north-korea"))
            assertThat(Api.each(finding(attribute).path("silences"), "source"))
                    .contains("white-house-readout-2017-05-02");
    }

    @Test
    void the_two_spellings_of_businesslike_are_one_value() {
        JsonNode kremlin = null;
        for (JsonNode position : finding("call-tone").path("positions"))
            if (position.path("voice").asText().equals("kremlin")) kremlin = position;
        assertThat(kremlin.path("values")).hasSize(1);
        assertThat(kremlin.path("values").path(0).path("wordings").size()).isGreaterThan(1);
    }

    @Test
    void each_of_the_two_governments_speaks_of_what_the_other_leaves_out() {
        JsonNode comparison = Api.json(Api.get(STORY + "/comparison?left=white-house&right=kremlin"));
        assertThat(Api.each(comparison.path("onlyLeft"), "attribute")).contains("safe-zones");
        assertThat(Api.each(comparison.path("onlyRight"), "attribute"))
                .contains("restraint-on-north-korea", "meeting-month", "meeting-venue");
        assertThat(Api.each(comparison.path("agree"), "attribute")).contains("north-korea");
        assertThat(Api.each(comparison.path("undetermined"), "attribute")).contains("call-tone");
    }

    @Test
    void the_story_has_seven_sources_and_at_least_thirty_attributes() {
        JsonNode report = Api.json(Api.get(STORY + "/report"));
        assertThat(report.path("sources").asInt()).isEqualTo(7);
        assertThat(report.path("findings").size()).isGreaterThanOrEqualTo(30);
        int counted = 0;
        for (JsonNode count : report.path("summary")) counted += count.asInt();
        assertThat(counted).isEqualTo(report.path("findings").size());
    }

    @Test
    void its_stateless_check_equals_its_report() {
        String dossier = Api.get(STORY + "/dossier").asString();
        JsonNode checked = Api.json(Api.post("/v1/check", dossier));
        assertThat(checked.path("findings"))
                .isEqualTo(Api.json(Api.get(STORY + "/report")).path("findings"));
    }

    @Test
    void importing_its_export_changes_nothing() {
        String before = Api.state(STORY);
        Api.put(STORY + "/dossier", Api.get(STORY + "/dossier").asString())
                .then()
                .statusCode(200);
        assertThat(Api.state(STORY)).isEqualTo(before);
    }
}
