package org.crosscheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crosscheck.fact.ValueView;
import org.crosscheck.value.Draw;
import org.crosscheck.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Normalized values in words that people use. */
@QuarkusTest
class ShownValuesTest {
    private static final Map<String, String> LABELS = Map.of("cruise-missile", "cruise missile", "c3", "third");

    @Inject
    ObjectMapper json;

    private static String shown(ValueView value, Locale language) {
        return new ShownValues(language, Wordings.messages(ValueMessages.class, language), LABELS).shown(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{'type':'QUANTITY','min':59,'max':59,'unit':'cruise-missile'} | 59 × cruise missile | 59 × cruise missile",
                "{'type':'QUANTITY','min':12,'unit':'cruise-missile'} | at least 12 × cruise missile | mindestens 12 × cruise missile",
                "{'type':'QUANTITY','min':12,'minExclusive':true} | more than 12 | mehr als 12",
                "{'type':'QUANTITY','max':1234.5,'unit':'km'} | at most 1,234.5 kilometres | höchstens 1.234,5 Kilometer",
                "{'type':'QUANTITY','max':5,'maxExclusive':true,'unit':'[mi_i]'} | less than 5 miles | weniger als 5 Meilen",
                "{'type':'QUANTITY','min':1,'max':1,'unit':'USD'} | 1 US dollar | 1 US-Dollar",
                "{'type':'QUANTITY','min':2,'max':3,'unit':'EUR'} | 2 to 3 euros | 2 bis 3 Euro",
                "{'type':'QUANTITY','min':2.5,'max':2.5,'unit':'%'} | 2.5% | 2,5 %",
                "{'type':'QUANTITY','min':1,'max':1,'unit':'percentage-point'} | 1 percentage point | 1 Prozentpunkt",
                "{'type':'QUANTITY','min':7,'max':7,'unit':'mol'} | 7 mol | 7 mol",
                "{'type':'ORDINAL','number':3} | 3rd | 3.",
                "{'type':'ORDINAL','number':-1} | the last | an letzter Stelle",
                "{'type':'ORDINAL','number':-2} | 2nd from the end | 2. von hinten",
                "{'type':'TIME','edtf':'2017-05-02'} | 2 May 2017 | 2. Mai 2017",
                "{'type':'TIME','edtf':'2017-07'} | July 2017 | Juli 2017",
                "{'type':'TIME','edtf':'2017'} | 2017 | 2017",
                "{'type':'TIME','edtf':'2017-05-XX'} | May 2017 | Mai 2017",
                "{'type':'TIME','edtf':'2017-04~'} | about April 2017 | etwa April 2017",
                "{'type':'TIME','edtf':'2017-04-05%'} | about 5 April 2017 (uncertain) | etwa 5. April 2017 (unsicher)",
                "{'type':'TIME','edtf':'2017-21?'} | spring 2017 (uncertain) | Frühjahr 2017 (unsicher)",
                "{'type':'TIME','edtf':'201X'} | 2010 to 2019 | 2010 bis 2019",
                "{'type':'TIME','edtf':'-0044-03-15'} | 15 March 45 BC | 15. März 45 v. Chr.",
                "{'type':'TIME','edtf':'2017-05-03/2017-05-04'} | 3 May 2017 to 4 May 2017 | 3. Mai 2017 bis 4. Mai 2017",
                "{'type':'TIME','edtf':'2017/..'} | from 2017 on | ab 2017",
                "{'type':'TIME','edtf':'../2017'} | until 2017 | bis 2017",
                "{'type':'TIME','edtf':'2017-05-02T10:30:00+02:00'} | 2 May 2017, 10:30 UTC+02:00 | 2. Mai 2017, 10:30 UTC+02:00",
                "{'type':'TIME','edtf':'Y12345'} | 12345 | 12345",
                "{'type':'DURATION','min':'P6Y','max':'P7Y','maxExclusive':true} | 6 years to less than 7 years | 6 Jahre bis weniger als 7 Jahre",
                "{'type':'DURATION','min':'PT1H30M','max':'PT1H30M'} | 1 hour, 30 minutes | 1 Stunde, 30 Minuten",
                "{'type':'DURATION','min':'P2W'} | at least 2 weeks | mindestens 2 Wochen",
                "{'type':'CONCEPT','concept':'cruise-missile'} | cruise missile | cruise missile",
                "{'type':'CONCEPT','concept':'nowhere'} | nowhere | nowhere",
                "{'type':'TEXT','text':'very good'} | “very good” | „very good“",
                "{'type':'TOPIC'} | that it is so | es ist so"
            })
    void a_value_is_said_in_words(String value, String english, String german) throws JsonProcessingException {
        ValueView view = json.readValue(value.replace('\'', '"'), ValueView.class);
        // CLDR puts no-break spaces where lines should not break
        assertThat(shown(view, Locale.ENGLISH).replace('\u00a0', ' ')).isEqualTo(english);
        assertThat(shown(view, Locale.GERMAN).replace('\u00a0', ' ')).isEqualTo(german);
    }

    @ParameterizedTest
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void every_value_can_be_said(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            Value value = draw.value();
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN))
                assertThat(shown(ValueView.of(value), language))
                        .as("%s", value)
                        .isNotBlank()
                        .doesNotContain("null", "NOT_FOUND");
        }
    }
}
