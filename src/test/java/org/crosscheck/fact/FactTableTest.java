package org.crosscheck.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts as tables: what spreadsheets send and get. */
@QuarkusTest
class FactTableTest {

    private static Response send(String path, byte[] table, String... headers) {
        return Api.with(headers).contentType("text/csv").body(table).post(path);
    }

    private static Response send(String path, String table, String... headers) {
        return send(path, table.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static JsonNode report(String path, String table, String... headers) {
        Response response = send(path, table, headers);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return Api.json(response);
    }

    /** Added, changed, unchanged and refused. */
    private static List<Integer> counts(JsonNode report) {
        List<Integer> counts = new ArrayList<>();
        for (String each : List.of("added", "changed", "unchanged", "refused"))
            counts.add(report.path(each).asInt(-1));
        return counts;
    }

    private static List<String> refusals(JsonNode report) {
        List<String> refusals = new ArrayList<>();
        report.path("rows")
                .forEach(row -> row.path("violations")
                        .forEach(each -> refusals.add(
                                row.path("line").asInt() + each.path("pointer").asText())));
        return refusals;
    }

    private static String csv(String path) {
        Response response = Api.get(path, "Accept", "text/csv");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.asString();
    }

    private static JsonNode fact(String story, String id) {
        return Api.json(Api.get(story + "/facts/" + id));
    }

    @Test
    void right_rows_are_stored_in_one_change_and_wrong_ones_are_told_by_line_and_column() {
        String story = Api.story("table-rows");
        int version = Api.json(Api.get(story + "/report")).path("version").asInt();
        JsonNode report = report(story + "/facts", """
                id,source,attribute,claimant,stance,value,min,max,unit,wording,certainty,asOf,exact
                t-1,first,number,table-rows-mayor,,5,,,,five cars,,,
                t-2,second,number,,DENIES,,2,,,,HEDGED,2020-05-01T10:00:00Z,
                t-3,second,place,,,table-rows-town,,,,,,,
                t-4,second,order,,,-1,,,,the last,,,
                t-5,second,day,,,2020-05~,,,,,,,
                t-6,second,length,,,,P6Y,P7Y,,,,,
                t-7,second,words,,, two  words,,,,,,,
                t-8,second,topic,,OMITS,,,,,,,,
                t-9,first,topic,,,,,,,,,,Three cars
                x-1,nowhere,number,,,5,,,,,,,
                x-2,second,nothing,,,5,,,,,,,
                x-3,second,number,nobody,,5,,,,,,,
                x-4,second,number,,MAYBE,5,,,,,,,
                x-5,second,number,,,many,,,,,,,
                x-6,second,number,,,,60,50,,,,,
                x-7,second,day,,,someday,,,,,,,
                x-8,second,day,,,2020,,,km,,,,
                x-9,second,number,,,5,,,,,,yesterday,
                Xx,second,number,,,5,,,,,,,
                x-0,first,topic,,,,,,,,,,Four cars
                t-1,second,number,,,6,,,,,,,
                """);
        assertThat(counts(report)).as(report.toPrettyString()).containsExactly(9, 0, 0, 12);
        assertThat(refusals(report))
                .containsExactly(
                        "11/source",
                        "12/attribute",
                        "13/claimant",
                        "14/stance",
                        "15/value",
                        "16/min",
                        "17/value",
                        "18/unit",
                        "19/asOf",
                        "20/id",
                        "21/exact",
                        "22/id");
        assertThat(Api.json(Api.get(story + "/report")).path("version").asInt()).isEqualTo(version + 1);
        assertThat(Api.json(Api.get(story + "/facts")).path("items").size()).isEqualTo(4 + 9);
        assertThat(fact(story, "t-1").path("value"))
                .isEqualTo(Api.json("{\"type\": \"QUANTITY\", \"min\": 5, \"max\": 5, \"unit\": \"table-rows-car\"}"));
        assertThat(fact(story, "t-7").path("value").path("text").asText()).isEqualTo(" two  words");
        assertThat(fact(story, "t-9").path("evidence").path("end").asInt()).isEqualTo(10);
        assertThat(Api.json(Api.get(story + "/report?asOf=9999-12-31")).path("findings"))
                .isEqualTo(Api.json(Api.get(story + "/report")).path("findings"));
    }

    @Test
    void a_table_that_is_sent_twice_is_sent_once() {
        String story = Api.story("table-twice");
        String table = "source,attribute,value,wording\nsecond,number,5,five\nsecond,number,5,five\nsecond,words,a,b\n";
        assertThat(counts(report(story + "/facts", table, "Idempotency-Key", "k")))
                .containsExactly(2, 0, 1, 0);
        String state = Api.state(story);
        assertThat(counts(report(story + "/facts", table, "Idempotency-Key", "k")))
                .containsExactly(2, 0, 1, 0);
        assertThat(counts(report(story + "/facts", table))).containsExactly(0, 0, 3, 0);
        assertThat(Api.state(story)).isEqualTo(state);
        Api.assertProblem(send(story + "/facts", table + "second,words,c,d\n", "Idempotency-Key", "k"), 422);
        assertThat(Api.state(story)).isEqualTo(state);
    }

    @Test
    void an_atomic_table_is_taken_whole_or_not_at_all() {
        String story = Api.story("table-atomic");
        String state = Api.state(story);
        String rows = "source,attribute,value\nsecond,number,5\nsecond,words,a\n";
        Response refused =
                Api.assertProblem(send(story + "/facts?atomic=true", rows + "second,nothing,6\nfirst,order,x\n"), 422);
        assertThat(Api.pointers(refused)).containsExactly("/4/attribute", "/5/value");
        assertThat(Api.state(story)).isEqualTo(state);
        assertThat(counts(report(story + "/facts?atomic=true", rows))).containsExactly(2, 0, 0, 0);
    }

    @Test
    void a_table_that_was_edited_replaces_facts_only_where_it_is_told_to_and_nobody_else_has_changed_them() {
        String story = Api.story("table-edit");
        report(
                story + "/facts",
                "id,source,attribute,value,wording\na,second,number,5,five\nb,second,number,6,six\nc,second,words,x,y\n");
        String exported = csv(story + "/facts?source=second");
        String edited = exported.replace("five", "5 cars").replace("six", "6 cars");
        assertThat(edited).isNotEqualTo(exported);
        JsonNode refused = report(story + "/facts", edited);
        assertThat(counts(refused)).containsExactly(0, 0, 3, 2);
        assertThat(refused.toString()).contains("existing=REPLACE");
        assertThat(counts(report(story + "/facts?existing=SKIP", edited))).containsExactly(0, 0, 5, 0);
        Api.put(story + "/facts/b/status", "{\"status\": \"REJECTED\", \"reason\": \"a miscount\"}", "If-Match", "*");
        JsonNode replaced = report(story + "/facts?existing=REPLACE", edited);
        assertThat(counts(replaced)).as(replaced.toString()).containsExactly(0, 1, 3, 1);
        assertThat(replaced.toString()).contains("/revision");
        assertThat(fact(story, "a").path("wording").asText()).isEqualTo("5 cars");
        assertThat(fact(story, "a").path("revision").asInt()).isEqualTo(2);
        assertThat(fact(story, "b").path("wording").asText()).isEqualTo("six");
        assertThat(counts(report(story + "/facts?existing=REPLACE", csv(story + "/facts"))))
                .containsExactly(0, 0, 7, 0);

        report(story + "/facts?existing=REPLACE", "id,source,attribute,value,wording\nb,second,number,7,seven\n");
        assertThat(fact(story, "b").path("status").asText())
                .as("a review that the table does not give stays")
                .isEqualTo("REJECTED");
        report(
                story + "/facts?existing=REPLACE",
                "id,source,attribute,value,wording,status,reason\nb,second,number,7,seven,ACCEPTED,after all\n");
        assertThat(fact(story, "b").path("reason").asText()).isEqualTo("after all");
        JsonNode moved = report(story + "/facts?existing=REPLACE", "id,source,attribute,value\nb,first,number,7\n");
        assertThat(refusals(moved)).containsExactly("2/id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "comma     | source,attribute,min,max,wording~second,number,1.5,2,\"a, b\"~",
                "semicolon | \uFEFFsource;attribute;min;max;wording~~second;number;1,5;2;\"a, b\"~;;;;~",
                "tab       | Source\tATTRIBUTE\tMin\tMax\tWording~second\tnumber\t1.5\t2\ta, b",
                "quoted    | \uFEFF\"source\",\"attribute\",\"claimant\",\"min\",\"max\",\"wording\"~"
                        + "\"second\",\"number\",\"\",\"1.5\",\"2\",\"a, b\"~"
            })
    void a_table_may_have_the_accent_of_its_spreadsheet(String name, String table) {
        String story = Api.story("table-accent-" + name);
        for (String end : List.of("\n", "\r\n")) {
            assertThat(report(story + "/facts", table.replace("~", end))
                            .path("refused")
                            .asInt())
                    .isZero();
            JsonNode facts = Api.json(Api.get(story + "/facts?source=second&attribute=number"))
                    .path("items");
            assertThat(Api.each(facts, "wording"))
                    .as(name)
                    .containsOnlyOnce("a, b")
                    .hasSize(2);
            assertThat(facts.toString()).contains("\"min\":1.5,\"max\":2");
        }
    }

    @Test
    void what_is_no_table_is_refused_with_the_line() {
        String story = Api.story("table-none");
        String state = Api.state(story);
        String head = "source,attribute,wording\n";
        assertThat(Api.assertProblem(send(story + "/facts", head + "second,words,\"open\nand so on\n"), 400)
                        .asString())
                .contains("line 2");
        Api.assertProblem(send(story + "/facts", head + "second,words,\"closed\" and not\n"), 400);
        assertThat(Api.assertProblem(send(story + "/facts", head + "second,words,a,b\n"), 400)
                        .asString())
                .contains("Line 2");
        Api.assertProblem(send(story + "/facts", ""), 400);
        for (Charset wrong : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16))
            Api.assertProblem(send(story + "/facts", (head + "second,words,é\n").getBytes(wrong)), 400);
        assertThat(Api.pointers(Api.assertProblem(send(story + "/facts", "sauce,source,attribute,source\n"), 422)))
                .containsExactly("/sauce", "/source");
        assertThat(Api.pointers(Api.assertProblem(send(story + "/facts", "\n\nwording\nx\n"), 422)))
                .containsExactly("/source", "/attribute");
        Api.assertProblem(send(story + "/facts", head + "second,words,x\n".repeat(100_001)), 413);
        Api.assertProblem(send("/v1/stories/table-no-such-story/facts", head), 404);
        Api.assertProblem(send(story + "/facts?existing=PERHAPS", head), 400);
        assertThat(Api.assertProblem(Api.post(story + "/facts", "{}"), 415).asString())
                .contains("text/csv", "its source");
        assertThat(counts(report(story + "/facts", head))).containsExactly(0, 0, 0, 0);
        assertThat(refusals(report(story + "/facts", head + "\u0000second,words,a\nsecond,wo\u0000rds,a\n")))
                .hasSize(2);
        assertThat(refusals(report(story + "/facts", head + "second,words,a\u0000b\n")))
                .containsExactly("2/wording");
        assertThat(Api.state(story)).isEqualTo(state);
    }

    @Test
    void a_table_of_refusals_is_answered_in_full_and_soon() {
        String story = Api.story("table-refusals");
        int rows = 50_000;
        long start = System.nanoTime();
        JsonNode report = report(story + "/facts", "source,attribute,value\n" + "second,number,many\n".repeat(rows));
        assertThat(counts(report)).containsExactly(0, 0, 0, rows);
        assertThat(report.path("rows").get(rows - 1).path("line").asInt()).isEqualTo(rows + 1);
        assertThat(System.nanoTime() - start).isLessThan(60_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "@sum",
                "+49",
                "-1.5",
                "-2+3",
                "'=x",
                "''+y",
                "'quoted'",
                "\ttab",
                "＝wide",
                "a\r\nb\n\"c\", d;e",
                " space ",
                "\r\nline",
                "'"
            })
    void no_cell_runs_as_a_formula_and_every_word_comes_back(String words) {
        String story = Api.story("table-formula-" + Integer.toHexString(words.hashCode()));
        ObjectNode fact = (ObjectNode) Api.json(
                "{\"id\": \"f\", \"attribute\": \"words\", \"value\": {\"type\": \"TEXT\"}, \"evidence\": {}}");
        fact.put("wording", words);
        ((ObjectNode) fact.path("value")).put("text", words + " x");
        ((ObjectNode) fact.path("evidence"))
                .put("exact", words + " y")
                .put("prefix", words)
                .put("suffix", "");
        assertThat(Api.post(story + "/sources/second/facts", fact).statusCode()).isEqualTo(201);
        JsonNode stored = fact(story, "f");
        String table = csv(story + "/facts?source=second&attribute=words");
        assertThat(table).doesNotContainPattern("[,\\n]\"?[=@+\\t＝]").doesNotContainPattern("[,\\n]\"?-[^1]");
        assertThat(counts(report(story + "/facts", table))).containsExactly(0, 0, 1, 0);
        Api.delete(story + "/facts/f");
        assertThat(counts(report(story + "/facts", table))).containsExactly(1, 0, 0, 0);
        assertThat(fact(story, "f").path("wording")).isEqualTo(stored.path("wording"));
        assertThat(fact(story, "f").path("value")).isEqualTo(stored.path("value"));
        assertThat(fact(story, "f").path("evidence")).isEqualTo(stored.path("evidence"));
    }

    @Test
    void facts_are_listed_as_the_client_asks() {
        String story = Api.story("table-list");
        Response csv =
                Api.get(story + "/facts?limit=3&attribute=number", "Accept", "text/html, text/csv;q=0.9, */*;q=0.1");
        assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Vary")).contains("Accept");
        assertThat(csv.asString()).startsWith("id,source,attribute");
        assertThat(csv.asString().lines()).hasSize(3);
        Response page = Api.get(story + "/facts?limit=1", "Accept", "text/csv");
        assertThat(page.header("Link")).contains("rel=\"next\"");
        assertThat(Api.get(story + "/facts", "Accept", "application/json;q=0.5, text/csv;q=0.1")
                        .contentType())
                .startsWith("application/json");
        assertThat(Api.get(story + "/facts").contentType()).startsWith("application/json");
        Api.assertProblem(Api.get(story + "/facts", "Accept", "text/html"), 406);
    }
}
