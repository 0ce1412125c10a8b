package org.crosscheck.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyFinderTest {
    private static final String FERRY = "The last ferry of the northern line left the harbour of Lund two hours late on"
            + " Monday evening after a storm had kept it in port.";
    private static final String OWNER =
            "Its owner, a company from the islands, blamed the port authority for not opening the outer gate in time.";
    private static final String STATEMENT =
            "“The two ministers agreed that the ferry line must be kept alive for the people of"
                    + " the islands at any price,” the ministry said.";
    private static final String STRIKE =
            "Dock workers have been on strike since the end of last week and want to be paid for their nights.";
    private static final String FISH =
            "Fishermen who watched the scene from the quay said that they had never seen such waves in spring.";

    @Test
    void an_independent_text_has_nothing_of_others() {
        assertThat(found(List.of(FERRY + " " + OWNER), STRIKE + " " + FISH, false))
                .isEqualTo(new CopyFinder.Found(null, Collections.nCopies(2, null)));
    }

    @Test
    void a_copied_sentence_goes_back_to_the_earliest_that_has_it() {
        assertThat(found(List.of(STRIKE + " " + FERRY, FERRY), FISH + " " + FERRY, false)
                        .origins())
                .containsExactly(null, "0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The last ferry of the northern line left the harbor of Lund two hours late Monday evening after a storm kept"
                        + " it in port.",
                "THE LAST FERRY of the northern line left the harbour of Lund two hours late on Monday evening.",
                "A storm had kept it in port, and so the last ferry of the northern line left the harbour of Lund two hours"
                        + " late.",
                "\"The last ferry of the Northern Line left the harbour of Lund two hours late on Monday evening\", after a storm"
                        + " had kept it in port, and nobody complained."
            })
    void a_light_edit_stays_a_copy(String edited) {
        assertThat(found(List.of(FERRY), edited, false).origins()).contains("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A storm delayed Monday's last northern ferry out of Lund by two hours.",
                "On Monday evening the ferry to the islands could not leave Lund before nine because of heavy winds.",
                "The harbour of Lund is where most ferries of the northern line spend the winter months.",
                "It left two hours late."
            })
    void the_same_news_in_other_words_is_no_copy(String own) {
        assertThat(found(List.of(FERRY), own, false).origins()).doesNotContain("0");
    }

    @Test
    void a_short_sentence_that_is_equal_by_chance_is_no_copy() {
        assertThat(found(
                                List.of("He declined to comment on it. " + FERRY),
                                "He declined to comment on it. " + FISH,
                                false)
                        .origins())
                .containsOnlyNulls();
    }

    @Test
    void a_sentence_that_is_edited_again_and_again_keeps_its_origin() {
        String[] words = FERRY.split(" ");
        List<String> versions = new ArrayList<>();
        for (int i = 0; i <= words.length - 4; i += 4) {
            versions.add(String.join(" ", words));
            words[i + 1] = "other" + i;
            words[i + 3] = "word" + i;
        }
        assertThat(found(List.of(versions.get(0)), versions.get(versions.size() - 1), false)
                        .origins())
                .containsOnlyNulls();
        assertThat(found(versions, String.join(" ", words), false).origins()).containsExactly("0");
    }

    @Test
    void a_text_of_which_more_than_half_is_copied_from_one_other_is_a_copy_of_it() {
        assertThat(found(List.of(FISH, FERRY + " " + OWNER), FERRY + " " + OWNER + " " + STRIKE, false)
                        .whole())
                .isEqualTo("1");
        assertThat(found(List.of(FERRY, OWNER), FERRY + " " + OWNER + " " + STRIKE, false)
                        .whole())
                .isNull();
        assertThat(found(List.of(FERRY + " " + OWNER), FERRY + " " + STRIKE + " " + FISH, false)
                        .whole())
                .isNull();
    }

    @Test
    void a_copy_of_a_text_that_is_made_of_others_is_a_copy_of_that_text() {
        String mixed = FERRY + " " + OWNER + " " + STRIKE + " " + FISH;
        assertThat(found(List.of(FERRY, OWNER, STRIKE, mixed), mixed, false)).satisfies(found -> {
            assertThat(found.whole()).isEqualTo("3");
            assertThat(found.origins()).containsExactly("0", "1", "2", "3");
        });
    }

    @Test
    void two_that_quote_one_statement_are_no_copies_of_each_other() {
        CopyFinder.Found found =
                found(List.of(STATEMENT + " " + FERRY), STATEMENT + " Nobody in Lund believes a word.", false);
        assertThat(found.origins()).containsExactly("0");
        assertThat(found(List.of(STATEMENT + " " + FERRY), STATEMENT + " " + STRIKE, false)
                        .whole())
                .isNull();
    }

    @Test
    void a_text_that_credits_others_is_a_copy_sooner() {
        String own = STRIKE + " " + FISH;
        assertThat(found(List.of(FERRY + " " + OWNER), FERRY + " " + own, false).whole())
                .isNull();
        assertThat(found(List.of(FERRY + " " + OWNER), FERRY + " " + own, true).whole())
                .isEqualTo("0");
    }

    @Test
    void pages_of_one_outlet_that_share_their_furniture_are_no_copies() {
        String furniture =
                "\nAdvertisement\nSign up for our newsletter and get the best of the islands in your inbox every"
                        + " morning, at no cost and with no strings attached.\nBy signing up you agree to our terms of service and to"
                        + " whatever else we may think of.\n";
        assertThat(found(List.of(FERRY + furniture), STRIKE + furniture, false))
                .isEqualTo(new CopyFinder.Found(null, Collections.nCopies(1, null)));
    }

    @Test
    void an_empty_text_copies_nothing() {
        assertThat(found(List.of("", FERRY), "", true)).isEqualTo(new CopyFinder.Found(null, List.of()));
    }

    @ParameterizedTest
    @EnumSource(DrawnProse.Edit.class)
    void each_kind_of_edit_leaves_a_copy(DrawnProse.Edit edit) {
        Random random = new Random(edit.ordinal());
        for (int n = 0; n < 500; n++) {
            List<String> original = prose(random, 12);
            String copied = original.get(random.nextInt(12));
            String text = DrawnProse.sentence(random, 20) + " " + DrawnProse.edited(copied, edit, random) + " "
                    + DrawnProse.sentence(random, 20);
            assertThat(found(List.of(String.join(" ", original)), text, false).origins())
                    .as("%s%n%s", copied, text)
                    .containsExactly(null, "0", null);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_is_drawn_anew_is_never_a_copy(long seed) {
        Random random = new Random(seed);
        List<String> earlier = IntStream.range(0, 50)
                .mapToObj(i -> String.join(" ", prose(random, 40)))
                .toList();
        assertThat(found(earlier, String.join(" ", prose(random, 500)), true).origins())
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void origins_are_earlier_and_have_the_sentence_themselves(long seed) {
        Random random = new Random(seed);
        List<String> pool = prose(random, 30);
        List<Set<String>> texts = new ArrayList<>();
        CopyFinder finder = finder(40);
        for (int i = 0; i < 40; i++) {
            List<String> chosen = IntStream.range(0, 5)
                    .mapToObj(n -> pool.get(random.nextInt(pool.size())))
                    .distinct()
                    .toList();
            List<Sentence> sentences = Sentences.of(String.join(" ", chosen));
            CopyFinder.Found found = finder.find(sentences, false);
            finder.add(String.valueOf(i), sentences, found.origins());
            for (int n = 0; n < chosen.size(); n++) {
                String sentence = chosen.get(n);
                int first = IntStream.range(0, texts.size())
                        .filter(earlier -> texts.get(earlier).contains(sentence))
                        .findFirst()
                        .orElse(-1);
                assertThat(found.origins().get(n)).isEqualTo(first < 0 ? null : String.valueOf(first));
            }
            texts.add(new HashSet<>(chosen));
        }
    }

    @Test
    void thousands_of_prints_of_one_story_are_found_in_the_time_that_they_take_to_read() {
        Random random = new Random(7);
        List<Sentence> wire = Sentences.of(String.join(" ", prose(random, 30)));
        CopyFinder finder = finder(20_000);
        assertTimeout(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 20_000; i++) {
                CopyFinder.Found found = finder.find(wire, false);
                finder.add(String.valueOf(i), wire, found.origins());
                assertThat(found.whole()).isEqualTo(i == 0 ? null : "0");
            }
        });
    }

    private static List<String> prose(Random random, int sentences) {
        return IntStream.range(0, sentences)
                .mapToObj(i -> DrawnProse.sentence(random, 16 + random.nextInt(16)))
                .collect(Collectors.toList());
    }

    private static CopyFinder finder(int sources) {
        return new CopyFinder(
                IntStream.range(0, sources).mapToObj(String::valueOf).toList());
    }

    /** What {@code text} has of {@code earlier} ones, which are called 0, 1, 2... */
    private static CopyFinder.Found found(List<String> earlier, String text, boolean credits) {
        CopyFinder finder = finder(earlier.size());
        for (int i = 0; i < earlier.size(); i++) {
            List<Sentence> sentences = Sentences.of(earlier.get(i));
            finder.add(
                    String.valueOf(i), sentences, finder.find(sentences, false).origins());
        }
        return finder.find(Sentences.of(text), credits);
    }
}
