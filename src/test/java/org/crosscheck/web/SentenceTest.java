package org.crosscheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crosscheck.dossier.DrawnDossier;
import org.crosscheck.fact.ValueView;
import org.crosscheck.http.Api;
import org.crosscheck.report.FindingView;
import org.crosscheck.verdict.Reason;
import org.junit.jupiter.api.Test;

/** The explanation of a finding says the same in every language. */
@QuarkusTest
class SentenceTest {
    private static final String SEED = "/v1/stories/trump-putin-call-2017-05-02";
    private static final int DOSSIERS = 60;

    @Inject
    ObjectMapper json;

    /** As the engine calls things. */
    private record Plain(Map<String, String> names) implements Sentence.Terms {
        @Override
        public String name(String voice) {
            return names.getOrDefault(voice, voice);
        }

        @Override
        public String source(String id) {
            return id;
        }

        @Override
        public String account(String id) {
            return id;
        }

        @Override
        public String value(ValueView value) {
            return value.toValue().describe();
        }

        @Override
        public String wording(String words, List<String> sources) {
            return words;
        }
    }

    private static Plain names(JsonNode dossier) {
        Map<String, String> names = new HashMap<>();
        dossier.path("parties")
                .forEach(party ->
                        names.put(party.path("id").asText(), party.path("name").asText()));
        return new Plain(names);
    }

    private List<FindingView> findings(JsonNode report) {
        List<FindingView> findings = new ArrayList<>();
        for (JsonNode finding : report.path("findings")) {
            try {
                findings.add(json.treeToValue(finding, FindingView.class));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
        return findings;
    }

    private static String sentence(FindingView finding, Plain names, Locale language) {
        return new Sentence(finding, Wordings.messages(ExplanationMessages.class, language), names).words();
    }

    private void assertSays(FindingView finding, Plain names) {
        assertThat(sentence(finding, names, Locale.ENGLISH)).isEqualTo(finding.explanation());
        String german = sentence(finding, names, Locale.GERMAN);
        assertThat(german).endsWith(".").isNotEqualTo(finding.explanation()).doesNotContain("NOT_FOUND");
        if (finding.deciding() != null)
            assertThat(german)
                    .contains(
                            names.name(finding.deciding().left()),
                            names.name(finding.deciding().right()));
    }

    @Test
    void in_english_it_is_what_the_engine_says_of_the_seed() {
        Plain names = names(Api.json(Api.get(SEED + "/dossier")));
        List<FindingView> findings = findings(Api.json(Api.get(SEED + "/report")));
        assertThat(findings).hasSizeGreaterThan(30).allSatisfy(finding -> assertSays(finding, names));
    }

    @Test
    void in_english_it_is_what_the_engine_says_of_any_dossier() {
        Set<Reason.Code> met = EnumSet.noneOf(Reason.Code.class);
        for (long seed = 1; seed <= DOSSIERS; seed++) {
            ObjectNode dossier = new DrawnDossier(seed, "sentence-").draw(5, 8);
            for (FindingView finding : findings(Api.json(Api.post("/v1/check", dossier)))) {
                met.add(finding.reasons().get(0).code());
                assertSays(finding, names(dossier));
            }
        }
        assertThat(met).containsExactlyInAnyOrder(Reason.Code.values());
    }

    @Test
    void in_german_it_is_a_german_sentence() {
        Plain names = names(Api.json(Api.get(SEED + "/dossier")));
        FindingView zones = findings(Api.json(Api.get(SEED + "/report"))).stream()
                .filter(finding -> finding.attribute().equals("safe-zones"))
                .findFirst()
                .orElseThrow();
        assertThat(sentence(zones, names, Locale.GERMAN))
                .contains(
                        " spricht davon, ",
                        " erwähnt es nicht, wie ",
                        " berichten und wie die eigene vollständige Darstellung ");
    }
}
