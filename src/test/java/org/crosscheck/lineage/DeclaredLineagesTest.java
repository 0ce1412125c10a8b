package org.crosscheck.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.crosscheck.lineage.DeclaredLineages.Declaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredLineagesTest {

    @Test
    void a_source_that_declares_nothing_is_its_own_lineage() {
        assertThat(lineages(source("a"), source("b"))).isEqualTo(Map.of("a", "a", "b", "b"));
    }

    @Test
    void a_chain_of_derived_sources_is_one_lineage_named_by_its_first_id() {
        assertThat(lineages(source("c").from("b"), source("b").from("a"), source("a")))
                .isEqualTo(Map.of("a", "a", "b", "a", "c", "a"));
    }

    @Test
    void sources_derived_from_a_document_that_is_not_in_the_story_are_one_lineage() {
        assertThat(lineages(source("a").from("elsewhere"), source("b").from("elsewhere")))
                .isEqualTo(Map.of("a", "a", "b", "a"));
    }

    @Test
    void credits_join_whatever_their_case_and_margins() {
        assertThat(lineages(source("a").crediting("Reuters"), source("b").crediting(" REUTERS ")))
                .isEqualTo(Map.of("a", "a", "b", "a"));
    }

    @Test
    void different_credits_do_not_join() {
        assertThat(lineages(source("a").crediting("Reuters"), source("b").crediting("AFP")))
                .isEqualTo(Map.of("a", "a", "b", "b"));
    }

    @Test
    void a_source_and_a_credit_of_one_name_are_two_things() {
        assertThat(lineages(source("a").crediting("b"), source("b"))).isEqualTo(Map.of("a", "a", "b", "b"));
    }

    @Test
    void derivation_and_credits_join_further() {
        assertThat(lineages(
                        source("a"),
                        source("b").from("a").crediting("AP"),
                        source("c").crediting("ap"),
                        source("d")))
                .isEqualTo(Map.of("a", "a", "b", "a", "c", "a", "d", "d"));
    }

    @Test
    void sources_derived_from_each_other_are_one_lineage() {
        assertThat(lineages(source("a").from("b"), source("b").from("a"))).isEqualTo(Map.of("a", "a", "b", "a"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_sources_changes_nothing(long seed) {
        Random random = new Random(seed);
        List<Draft> sources = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(i -> source("s" + i).from("s" + random.nextInt(60)).crediting("w" + random.nextInt(40)))
                .toList());
        Map<String, String> lineages =
                DeclaredLineages.of(sources.stream().map(Draft::declaration).toList());
        Collections.shuffle(sources, random);
        assertThat(DeclaredLineages.of(sources.stream().map(Draft::declaration).toList()))
                .isEqualTo(lineages);
    }

    @Test
    void a_hundred_thousand_sources_in_one_chain_join_at_once() {
        List<Declaration> chain = IntStream.range(0, 100_000)
                .mapToObj(i -> new Declaration("s" + i, List.of("s" + (i + 1)), List.of()))
                .toList();
        assertThat(DeclaredLineages.of(chain).values()).containsOnly("s0");
    }

    private static Map<String, String> lineages(Draft... sources) {
        return DeclaredLineages.of(
                Arrays.stream(sources).map(Draft::declaration).toList());
    }

    private static Draft source(String id) {
        return new Draft(id, List.of(), List.of());
    }

    private record Draft(String id, List<String> from, List<String> credits) {
        Draft from(String... origins) {
            return new Draft(id, Arrays.asList(origins), credits);
        }

        Draft crediting(String... services) {
            return new Draft(id, from, Arrays.asList(services));
        }

        Declaration declaration() {
            return new Declaration(id, from, credits);
        }
    }
}
