package org.crosscheck.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTest {

    @ParameterizedTest
    @CsvSource({
        // level 0
        "2017-05-02,                      2017-05-02, 2017-05-03",
        "2017-05,                         2017-05-01, 2017-06-01",
        "2017-12,                         2017-12-01, 2018-01-01",
        "2017,                            2017-01-01, 2018-01-01",
        "0001,                            0001-01-01, 0002-01-01",
        "2016-02-29,                      2016-02-29, 2016-03-01",
        "2017-05-03/2017-05-04,           2017-05-03, 2017-05-05",
        "2017-05-03/2017-05-03,           2017-05-03, 2017-05-04",
        "2017-05-03/2017-05,              2017-05-03, 2017-06-01",
        "2017-05/2017-07,                 2017-05-01, 2017-08-01",
        "2016/2017-02,                    2016-01-01, 2017-03-01",
        // level 1
        "2017-04~,                        2017-03-01, 2017-06-01",
        "2017-04?,                        2017-03-01, 2017-06-01",
        "2017-04%,                        2017-02-01, 2017-07-01",
        "2017-05-02~,                     2017-05-01, 2017-05-04",
        "2017~,                           2016-01-01, 2019-01-01",
        "2017-05-03/2017-05-03~,          2017-05-03, 2017-05-05",
        "2017-05-XX,                      2017-05-01, 2017-06-01",
        "2017-XX-XX,                      2017-01-01, 2018-01-01",
        "2017-XX,                         2017-01-01, 2018-01-01",
        "201X,                            2010-01-01, 2020-01-01",
        "20XX,                            2000-01-01, 2100-01-01",
        "201X~,                           2000-01-01, 2030-01-01",
        "2017-21,                         2017-03-01, 2017-06-01",
        "2017-22,                         2017-06-01, 2017-09-01",
        "2017-23,                         2017-09-01, 2017-12-01",
        "2017-24,                         2017-12-01, 2018-03-01",
        "-0001,                           -0001-01-01, 0000-01-01",
        "-001X,                           -0019-01-01, -0009-01-01",
        "Y12017,                          +12017-01-01, +12018-01-01",
        "Y-12017,                         -12017-01-01, -12016-01-01",
    })
    void a_date_spans_its_precision(String edtf, String start, String end) {
        assertThat(span(edtf)).isEqualTo(new Interval(second(start + "T00:00Z"), false, second(end + "T00:00Z"), true));
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-02T10:11:12Z,        2017-05-02T10:11:12Z",
        "2017-05-02T10:11:12,         2017-05-02T10:11:12Z",
        "2017-05-02T10:11:12+03:00,   2017-05-02T07:11:12Z",
        "2017-05-02T10:11:12-0430,    2017-05-02T14:41:12Z",
        "2017-05-02T23:00:00-04,      2017-05-03T03:00:00Z",
        "2017-05-02T10:11:12.75Z,     2017-05-02T10:11:12Z",
    })
    void a_date_and_time_spans_its_second(String edtf, String start) {
        BigDecimal second = second(start);
        assertThat(span(edtf)).isEqualTo(new Interval(second, false, second.add(BigDecimal.ONE), true));
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-02/.., 2017-05-02,",
        "2017-05-02/, 2017-05-02,",
        "../2017-05-02, , 2017-05-03",
        "/2017, , 2018-01-01"
    })
    void an_open_end_is_open(String edtf, String start, String end) {
        assertThat(span(edtf))
                .isEqualTo(new Interval(
                        start == null ? null : second(start + "T00:00Z"),
                        false,
                        end == null ? null : second(end + "T00:00Z"),
                        end != null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Tuesday",
                "2017-13",
                "2017-00",
                "2017-02-30",
                "2017-02-29",
                "2017-05-00",
                "2017-05-32",
                "2017-5-2",
                "2017-05-2",
                "17-05-02",
                "20170502",
                "2017-05-02 ",
                " 2017",
                "2017/05/02",
                "2017-05-02Z",
                "2017-XX-05",
                "2017-0X",
                "2017-1X",
                "2X17",
                "XXXX",
                "XX17",
                "201X-05",
                "201X-XX-05",
                "2017-20",
                "2017-25",
                "2017-21-03",
                "2017~-05",
                "~2017",
                "2017~~",
                "2017-05-02~?",
                "2017-05-03/2017-05-01",
                "2017-05-03/2017-05-02",
                "2018/2017",
                "/",
                "..",
                "../..",
                "../",
                "/..",
                "2017/2018/2019",
                "2017//2018",
                "2017-05-02/Tuesday",
                "...",
                "2017/...",
                "2017-05-02T",
                "2017-05-02T10",
                "2017-05-02T10:11",
                "2017-05-02T24:00:00Z",
                "2017-05-02T10:60:00Z",
                "2017-05-02T10:11:12+25:00",
                "2017-05T10:11:12Z",
                "2017-02-30T10:11:12Z",
                "2017-05-02T10:11:12z",
                "Y2017",
                "Y9999999999",
                "Y999999999",
                "y12017",
                "12017",
                "-2017-05-02-01",
                "+2017",
                "1e9",
                "٢٠١٧",
                "2017-05-02\u0000",
                "2017-05-02\n",
                "2017−05−02",
                "null",
                "2017-W18",
                "2017-122",
                "{2017,2018}",
                "[2017..2018]"
            })
    void what_is_no_date_is_refused(String edtf) {
        assertThatThrownBy(() -> new Time(edtf))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("edtf"));
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-02, 2017-05-02, EQUAL",
        "2017-05-02, 2017-05, NARROWER",
        "2017-05-02T10:00:00Z, 2017-05-02, NARROWER",
        "2017-07, 2017-07-07/2017-07-08, BROADER",
        "2017-05, 2017-05-XX, EQUAL",
        "2017-05-03, 2017-05-03/2017-05-04, NARROWER",
        "2017-05-03/2017-05-05, 2017-05-04/2017-05-06, OVERLAPPING",
        "2017-05-02, 2017-05-03, DISJOINT",
        "2017-05-02, 2017-05-03~, NARROWER",
        "2017-04, 2017-05, DISJOINT",
        "2017-05-01/.., 2017-05, BROADER",
        "2017-05-01/.., 2017-04, DISJOINT",
        "2017-05-02T23:30:00-04:00, 2017-05-03, NARROWER",
        "2017-05-02T10:00:00Z, 2017-05-02T12:00:00+02:00, EQUAL",
    })
    void times_relate_as_their_spans_do(String a, String b, Relation relation) {
        assertThat(new Time(a).relate(new Time(b), Taxonomy.EMPTY)).isEqualTo(relation);
        assertThat(new Time(b).relate(new Time(a), Taxonomy.EMPTY)).isEqualTo(relation.converse());
    }

    private static Interval span(String edtf) {
        return ((Region.Range) new Time(edtf).region(Taxonomy.EMPTY)).interval();
    }

    private static BigDecimal second(String time) {
        return BigDecimal.valueOf(OffsetDateTime.parse(time).toEpochSecond());
    }
}
