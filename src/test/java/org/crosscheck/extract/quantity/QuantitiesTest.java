package org.crosscheck.extract.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuantitiesTest {
    private static final Quantities QUANTITIES = new Quantities("en");

    static Stream<Arguments> cases() {
        return Tables.rows("en", "quantities.tsv").stream()
                .map(row -> Arguments.of(row.get(0), row.subList(1, row.size())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_text_states_what_its_table_says(String text, List<String> expected) {
        assertThat(QUANTITIES.find(Tokens.of(text)).stream().map(found -> shown(text, found)))
                .containsExactlyElementsOf(expected);
    }

    private static String shown(String text, Found found) {
        String thing = found.thing() == null ? "" : " {" + found.thing() + "}";
        String words = text.substring(found.start(), found.end());
        return words + " = " + found.value().key() + " " + found.rule().replace("quantity.", "") + thing;
    }
}
