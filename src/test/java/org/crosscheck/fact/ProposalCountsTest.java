package org.crosscheck.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names of rules, as figures show them. */
class ProposalCountsTest {
    private static final Pattern IN_CODE =
            Pattern.compile("\"((?:concept|duration|ordinal|quantity|text|time|topic|silence)\\.[a-z-]+)\"");
    private static final Pattern IN_TABLES = Pattern.compile("\\b(silence\\.[a-z-]+)");

    @Test
    void each_rule_that_reads_values_is_a_series_and_there_are_no_others() throws IOException {
        Set<String> rules = new TreeSet<>();
        find("src/main/java/org/crosscheck/extract", ".java", IN_CODE, rules);
        find("src/main/resources/extract", ".tsv", IN_TABLES, rules);
        assertThat(rules).hasSizeGreaterThan(30).containsExactlyInAnyOrderElementsOf(ProposalCounts.RULES);
    }

    @Test
    void the_rule_that_found_who_says_so_the_name_of_a_model_and_what_others_thought_of_are_left_out() {
        assertThat(ProposalCounts.label("quantity.money speech.said")).isEqualTo("quantity.money");
        assertThat(ProposalCounts.label("model parrot-1 quantity.money")).isEqualTo("model");
        assertThat(ProposalCounts.label("quantity.mine")).isEqualTo("other");
        assertThat(ProposalCounts.label("")).isEqualTo("other");
        assertThat(ProposalCounts.label(null)).isEqualTo("other");
    }

    private static void find(String folder, String ending, Pattern pattern, Set<String> found) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) found.add(matcher.group(1));
            }
        }
    }
}
