package org.crosscheck.extract.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimesTest {
    private static final Times TIMES = new Times("en");

    static Stream<List<String>> cases() {
        return Tables.rows("en", "times-cases.tsv").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_text_states_its_times(List<String> row) {
        String text = row.get(1);
        String found = TIMES.find(Tokens.of(text), OffsetDateTime.parse(row.get(0))).stream()
                .map(one -> text.substring(one.start(), one.end()) + " = "
                        + one.value().key())
                .collect(Collectors.joining(" ; "));
        assertThat(found).as(text).isEqualTo(row.get(2).equals("-") ? "" : row.get(2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void spans_are_in_order_and_apart(List<String> row) {
        List<Found> found = TIMES.find(Tokens.of(row.get(1)), OffsetDateTime.parse(row.get(0)));
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).start())
                    .isBetween(i == 0 ? 0 : found.get(i - 1).end(), found.get(i).end() - 1);
            assertThat(found.get(i).end()).isLessThanOrEqualTo(row.get(1).length());
        }
    }
}
