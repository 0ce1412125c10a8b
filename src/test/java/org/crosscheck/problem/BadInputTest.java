package org.crosscheck.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a body is a problem that points at it, wherever the body is sent, and nothing is stored. */
@QuarkusTest
class BadInputTest {
    private static boolean stored;
    private static final String ID = "bad-input";
    private static final String STORY = "/v1/stories/" + ID;
    private static final String HOLE = "\"HOLE\"";
    private static final String FACT = "/sources/0/facts/0";

    @BeforeEach
    void store() {
        if (stored) return;
        stored = true;
        Api.put(STORY + "/dossier", Api.dossier(ID));
    }

    /** Where the dossier is spoilt, with what, and where the answer must point; empty where the body is not JSON. */
    static Stream<String[]> faults() {
        return Stream.of("""
                /story | null | /story
                /story | 5 | /story
                /story/title | null | /story/title
                /story/title | "" | /story/title
                /story/title | 5 | /story/title
                /story/title | true | /story/title
                /story/title | ["a"] | /story/title
                /story/title | {} | /story/title
                /story/title | "a\\u0000b" | /story/title
                /story/title | "a\\u001fb" | /story/title
                /story/title | "a\\ud800b" | /story/title
                /story/title | "\\udc00" | /story/title
                /story/language | "two words" | /story/language
                /story/occurredOn | "yesterday" | /story/occurredOn
                /story/occurredOn | "2020-13" | /story/occurredOn
                /story/wrong | 1 | /story/wrong
                /story/a~1b~0c | 1 | /story/a~1b~0c
                /parties | {} | /parties
                /parties | "x" | /parties
                /parties/0 | null | /parties/0
                /parties/0 | [] | /parties/0
                /parties/0/wrong | 1 | /parties/0/wrong
                /parties/0/name | null | /parties/0/name
                /parties/0/name | " " | /parties/0/name
                /parties/0/kind | "ALIEN" | /parties/0/kind
                /parties/0/kind | 0 | /parties/0/kind
                /parties/0/aliases | "x" | /parties/0/aliases
                /parties/0/aliases | [null] | /parties/0/aliases/0
                /parties/0/aliases | ["a", ""] | /parties/0/aliases/1
                /parties/0/aliases | ["a", 5] | /parties/0/aliases/1
                /parties/0/aliases | ["\\u0000"] | /parties/0/aliases/0
                /parties/0/partOf | "nobody" | /parties/0/partOf
                /parties/0/partOf | "No Id" | /parties/0/partOf
                /parties/0/partOf | "bad-input-ap" | /parties/0/partOf
                /concepts/0/wrong | 1 | /concepts/0/wrong
                /concepts/0/label | null | /concepts/0/label
                /concepts/0/scheme | "No Id" | /concepts/0/scheme
                /concepts/0/broader | ["nothing"] | /concepts/0/broader/0
                /concepts/0/broader | [null] | /concepts/0/broader/0
                /concepts/0/broader | ["bad-input-car"] | /concepts/0/broader
                /concepts/0/broader | ["bad-input-town"] | /concepts/0/broader/0
                /concepts/0/broader | ["bad-input-vehicle", "bad-input-vehicle"] | /concepts/0/broader/1
                /attributes/0/wrong | 1 | /attributes/0/wrong
                /attributes/0/type | null | /attributes/0/type
                /attributes/0/type | "NUMBER" | /attributes/0/type
                /attributes/0/type | 0 | /attributes/0/type
                /attributes/0/unit | " " | /attributes/0/unit
                /attributes/0/unit | "\\n" | /attributes/0/unit
                /attributes/0/tolerance | -1 | /attributes/0/tolerance
                /attributes/0/tolerance | "1" | /attributes/0/tolerance
                /attributes/0/tolerance | NaN | -
                /attributes/0/tolerance | Infinity | -
                /attributes/0/tolerance | 1e400 | /attributes/0/tolerance
                /attributes/0/tolerance | 1e999999999 | /attributes/0/tolerance
                /attributes/0/tolerance | 1e2147483647 | /attributes/0/tolerance
                /attributes/0/tolerance | 1e-2147483647 | /attributes/0/tolerance
                /attributes/0/tolerance | 1e99999999999 | /attributes/0/tolerance
                /attributes/0/evolving | "yes" | /attributes/0/evolving
                /attributes/0/evolving | 1 | /attributes/0/evolving
                /attributes/0/cues | [""] | /attributes/0/cues/0
                /sources/0/wrong | 1 | /sources/0/wrong
                /sources/0/publisher | null | /sources/0/publisher
                /sources/0/publisher | "nobody" | /sources/0/publisher
                /sources/0/publisher | "No Id" | /sources/0/publisher
                /sources/0/url | "ftp://ap.example" | /sources/0/url
                /sources/0/url | "javascript:alert(1)" | /sources/0/url
                /sources/0/url | "https://a b" | /sources/0/url
                /sources/0/language | "two words" | /sources/0/language
                /sources/0/publishedAt | null | /sources/0/publishedAt
                /sources/0/publishedAt | 1588291200 | /sources/0/publishedAt
                /sources/0/publishedAt | "2020" | /sources/0/publishedAt
                /sources/0/publishedAt | "2020-05-02" | /sources/0/publishedAt
                /sources/0/publishedAt | "2020-05-02T10:00:00" | /sources/0/publishedAt
                /sources/0/publishedAt | "2020-02-30T10:00:00Z" | /sources/0/publishedAt
                /sources/0/publishedAt | "+20000-01-01T00:00:00Z" | /sources/0/publishedAt
                /sources/0/publishedAt | "0000-01-01T00:00:00Z" | /sources/0/publishedAt
                /sources/0/credits | ["a", " "] | /sources/0/credits/1
                /sources/0/derivedFrom | ["nothing"] | /sources/0/derivedFrom/0
                /sources/0/derivedFrom | ["second", "second"] | /sources/0/derivedFrom/1
                /sources/0/coverage | "TOTAL" | /sources/0/coverage
                /sources/0/covers | ["number", "nothing"] | /sources/0/covers/1
                /sources/0/facts | {} | /sources/0/facts
                /sources/0/facts | "x" | /sources/0/facts
                /sources/0/facts/0 | null | /sources/0/facts/0
                FACT/wrong | 1 | FACT/wrong
                FACT/attribute | null | FACT/attribute
                FACT/attribute | "nothing" | FACT/attribute
                FACT/attribute | "No Id" | FACT/attribute
                FACT/claimant | "nobody" | FACT/claimant
                FACT/stance | "DOUBTS" | FACT/stance
                FACT/stance | "OMITS" | FACT/value
                FACT/certainty | "SURE" | FACT/certainty
                FACT/status | "DONE" | FACT/status
                FACT/origin | "ROBOT" | FACT/origin
                FACT/asOf | "yesterday" | FACT/asOf
                FACT/wording | "" | FACT/wording
                FACT/value | null | FACT/value
                FACT/value | "3" | FACT/value
                FACT/value | 3 | FACT/value
                FACT/value | {} | FACT/value
                FACT/value | {"type": "NUMBER"} | FACT/value
                FACT/value | {"type": 5} | FACT/value
                FACT/value | {"type": "QUANTITY"} | FACT/value/min
                FACT/value | {"type": "QUANTITY", "type": "TEXT"} | -
                FACT/value | {"type": "QUANTITY", "min": 1, "min": 2} | -
                FACT/value | {"type": "TEXT", "text": "three"} | FACT/value/type
                FACT/value | {"type": "TOPIC", "text": "three"} | FACT/value/text
                FACT/value/min | 5 | FACT/value/min
                FACT/value/min | "3" | FACT/value/min
                FACT/value/min | true | FACT/value/min
                FACT/value/min | NaN | -
                FACT/value/min | -Infinity | -
                FACT/value/min | 01 | -
                FACT/value/min | +1 | -
                FACT/value/min | 1e400 | FACT/value/min
                FACT/value/min | 1e999999999 | FACT/value/min
                FACT/value/min | 1e99999999999 | FACT/value/min
                FACT/value/minExclusive | true | FACT/value/max
                FACT/value/minExclusive | 1 | FACT/value/minExclusive
                FACT/value/unit | "" | FACT/value/unit
                FACT/value/unit | 5 | FACT/value/unit
                FACT | {"attribute": "order", "value": {"type": "ORDINAL"}} | FACT/value/number
                FACT | {"attribute": "order", "value": {"type": "ORDINAL", "number": 0}} | FACT/value/number
                FACT | {"attribute": "order", "value": {"type": "ORDINAL", "number": 1.5}} | FACT/value/number
                FACT | {"attribute": "order", "value": {"type": "ORDINAL", "number": "1"}} | FACT/value/number
                FACT | {"attribute": "order", "value": {"type": "ORDINAL", "number": 99999999999999999999}} | FACT/value/number
                FACT | {"attribute": "day", "value": {"type": "TIME", "edtf": "2020-02-30"}} | FACT/value/edtf
                FACT | {"attribute": "day", "value": {"type": "TIME", "edtf": "yesterday"}} | FACT/value/edtf
                FACT | {"attribute": "day", "value": {"type": "TIME", "edtf": "2020-05-02/2020-05-01"}} | FACT/value/edtf
                FACT | {"attribute": "day", "value": {"type": "TIME"}} | FACT/value/edtf
                FACT | {"attribute": "length", "value": {"type": "DURATION", "min": "6 years"}} | FACT/value/min
                FACT | {"attribute": "length", "value": {"type": "DURATION", "min": "P2Y", "max": "P1Y"}} | FACT/value/min
                FACT | {"attribute": "length", "value": {"type": "DURATION"}} | FACT/value/min
                FACT | {"attribute": "place", "value": {"type": "CONCEPT", "concept": "nowhere"}} | FACT/value/concept
                FACT | {"attribute": "place", "value": {"type": "CONCEPT"}} | FACT/value/concept
                FACT | {"attribute": "words", "value": {"type": "TEXT", "text": "..."}} | FACT/value/text
                FACT | {"attribute": "words", "stance": "DENIES"} | FACT/value
                FACT/evidence | "Three" | FACT/evidence
                FACT/evidence/exact | "Four cars" | FACT/evidence/end
                FACT/evidence/exact | "Four carts" | FACT/evidence/start
                FACT/evidence | {"exact": "Four cars"} | FACT/evidence/exact
                FACT/evidence | {"exact": " "} | FACT/evidence/exact
                FACT/evidence/start | -1 | FACT/evidence/start
                FACT/evidence/start | 1 | FACT/evidence/end
                FACT/evidence/start | 1.0 | FACT/evidence/start
                FACT/evidence/start | 99999999999 | FACT/evidence/start
                FACT/evidence/end | null | FACT/evidence/end
                """.replace("FACT", FACT).split("\n")).map(line -> line.split(" \\| "));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("faults")
    void a_fault_is_refused_with_its_pointer_wherever_it_is_sent(String where, String junk, String blamed) {
        String before = Api.state(STORY);
        refused("PUT", STORY + "/dossier", spoilt(where, junk, ""), blamed, "");
        refused("POST", "/v1/check", spoilt(where, junk, ""), blamed, "");
        places().forEach((place, path) -> {
            if (!where.startsWith(place + "/") && !(where.equals(place) && blamed.startsWith(place + "/"))) return;
            String method = path.endsWith("s") ? "POST" : "PUT";
            refused(method, path, spoilt(where, junk, place), blamed, place);
        });
        assertThat(Api.state(STORY)).isEqualTo(before);
    }

    /** The parts of a dossier that have a resource of their own. */
    private static Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("/story", STORY);
        places.put("/parties/0", "/v1/parties/" + ID + "-ap");
        places.put("/concepts/0", "/v1/concepts/" + ID + "-car");
        places.put("/attributes/0", STORY + "/attributes/number");
        places.put("/sources/0", STORY + "/sources");
        places.put(FACT, STORY + "/sources/first/facts");
        return places;
    }

    /** The part of the dossier at {@code place}, with {@code junk} at {@code where}. */
    private static String spoilt(String where, String junk, String place) {
        ObjectNode dossier = Api.dossier(ID);
        if (place.equals("/sources/0")) ((ObjectNode) dossier.at(place)).put("id", "third");
        int slash = where.lastIndexOf('/');
        String name = where.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        if (dossier.at(where.substring(0, slash)) instanceof ArrayNode array) array.set(Integer.parseInt(name), "HOLE");
        else ((ObjectNode) dossier.at(where.substring(0, slash))).put(name, "HOLE");
        return dossier.at(place).toString().replace(HOLE, junk);
    }

    private static void refused(String method, String path, String body, String blamed, String place) {
        Response response = method.equals("PUT") ? Api.put(path, body) : Api.post(path, body);
        Api.assertProblem(response, 400, 422);
        if (!blamed.equals("-"))
            assertThat(Api.pointers(response))
                    .as("%s %s: %s", method, path, response.asString())
                    .contains(blamed.substring(place.length()));
        else assertThat(response.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0} is a copy of {1}")
    @CsvSource({
        "/parties/1, /parties/0, /parties/1/id",
        "/concepts/1, /concepts/0, /concepts/1/id",
        "/attributes/1, /attributes/0, /attributes/1/id",
        "/sources/1, /sources/0, /sources/1/id"
    })
    void ids_are_given_once(String where, String original, String blamed) {
        String copy = Api.dossier(ID).at(original).toString();
        String before = Api.state(STORY);
        refused("PUT", STORY + "/dossier", spoilt(where, copy, ""), blamed, "");
        refused("POST", "/v1/check", spoilt(where, copy, ""), blamed, "");
        assertThat(Api.state(STORY)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "/story/id | \"other\" | /story/id",
                "/parties/0/id | null | /parties/0/id",
                "/parties/0/id | \"No Id\" | /parties/0/id",
                "/parties/1/partOf | \"bad-input-ap\" | /parties/0/partOf",
                "/concepts/1/broader | [\"bad-input-car\"] | /concepts/0/broader",
                "/sources/0/id | null | /sources/0/id",
                "/sources/1/derivedFrom | [\"first\"] | /sources/0/derivedFrom",
                "/sources/1/facts | [{\"id\": \"x\", \"attribute\": \"topic\"}, {\"id\": \"x\", \"attribute\": \"topic\"}]"
                        + " | /sources/1/facts/1/id",
                "/attributes/0/id | \"\\u0000\" | /attributes/0/id"
            })
    void a_dossier_is_consistent_with_itself(String where, String junk, String blamed) {
        String before = Api.state(STORY);
        refused("PUT", STORY + "/dossier", spoilt(where, junk, ""), blamed, "");
        assertThat(Api.state(STORY)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[{}]",
                "\"x\"",
                "5",
                "true",
                "{",
                "}",
                "[",
                "nul",
                "{\"a\"}",
                "{'a':1}",
                "{\"a\":1,}",
                "/**/{}",
                "{} x",
                "{}{}",
                "{\"story\":",
                "{\"story\":{\"title\":\"x",
                "\u0000",
                "{\"story\":null,\"story\":null}",
                "{\"\\ud800\":1}",
                "{\"\\u0000\":1}"
            })
    void what_is_no_json_object_is_refused_everywhere(String body) {
        String before = Api.state(STORY);
        Api.assertProblem(Api.put(STORY + "/dossier", body), 400, 422);
        Api.assertProblem(Api.post("/v1/check", body), 400, 422);
        places().values()
                .forEach(path ->
                        Api.assertProblem(path.endsWith("s") ? Api.post(path, body) : Api.put(path, body), 400, 422));
        assertThat(Api.state(STORY)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 100, 100_000})
    void deep_json_is_refused(int depth) {
        for (String deep :
                new String[] {"[".repeat(depth) + "]".repeat(depth), "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)
                }) {
            Api.assertProblem(Api.post("/v1/check", deep), 400, 422);
            Api.assertProblem(Api.post("/v1/check", spoilt("/story", deep, "")), 400, 422);
            Api.assertProblem(Api.post("/v1/check", spoilt(FACT + "/value", deep, "")), 400, 422);
            Api.assertProblem(Api.post("/v1/check", spoilt("/wrong", deep, "")), 400, 422);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "/parties | null | 500000", "/parties | {} | 500000", "/parties/0/aliases | \"\" | 500000",
                "/sources/0/facts | {} | 500000", "/sources/0/covers | \"number\" | 100000", "/sources | {} | 20000"
            })
    void a_list_of_junk_is_refused_at_once(String where, String junk, int times) {
        String list = "[" + (junk + ",").repeat(times - 1) + junk + "]";
        long start = System.nanoTime();
        Api.assertProblem(Api.post("/v1/check", spoilt(where, list, "")), 413, 422);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16LE", "UTF-32"})
    void a_body_in_another_encoding_is_read_rightly_or_refused(String charset) {
        byte[] body = "{\"title\": \"Caf\u00e9\"}".getBytes(Charset.forName(charset));
        Response response =
                Api.with("Content-Type", "application/json").body(body).put("/v1/stories/encoding");
        if (response.statusCode() >= 400) Api.assertProblem(response, 400);
        else assertThat(Api.json(response).path("title").asText()).isEqualTo("Caf\u00e9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7b22ff223a317d",
                "7b22c080223a317d",
                "7b22eda080223a317d",
                "0000feff7fffffff",
                "7b22f8808080223a317d"
            })
    void bytes_that_are_no_text_are_refused(String hex) {
        byte[] body = java.util.HexFormat.of().parseHex(hex);
        Api.assertProblem(
                Api.with("Content-Type", "application/json").body(body).post("/v1/check"), 400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%01", "%7f", "%ff", "%c0%80", "%ed%a0%80"})
    void a_url_that_is_no_text_is_refused(String odd) {
        for (String path : new String[] {
            "/v1/stories/" + odd,
            "/v1/parties/" + odd,
            STORY + "/facts/" + odd,
            STORY + "/facts?voice=" + odd,
            STORY + "/report?attribute=" + odd,
            STORY + "/comparison?left=" + odd + "&right=x",
            "/v1/stories?cursor=" + odd
        }) {
            Api.assertProblem(Api.get(path), 400);
        }
        Api.assertProblem(Api.put("/v1/stories/" + odd, "{\"title\": \"x\"}"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a b", "-a", "a-", "a%2Fb", "%C3%A4", "a:b", "%2e%2e%2f"})
    void an_id_in_a_path_has_the_shape_of_an_id(String id) {
        for (String path : new String[] {"/v1/stories/", "/v1/parties/", "/v1/concepts/", STORY + "/attributes/"})
            Api.assertProblem(Api.put(path + id.replace(" ", "%20"), "{\"title\": \"x\"}"), 400, 404, 405, 422);
        assertThat(Api.get("/v1/stories?limit=500").asString()).doesNotContain("\"id\":\"" + id + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "limit=-1",
                "limit=abc",
                "limit=1e1",
                "limit=99999999999",
                "cursor=abc",
                "cursor=%25",
                "cursor=AAAA"
            })
    void a_page_that_cannot_be_is_refused(String query) {
        for (String list : new String[] {
            "/v1/stories",
            "/v1/parties",
            "/v1/concepts",
            STORY + "/attributes",
            STORY + "/sources",
            STORY + "/facts",
            "/v1/findings"
        }) {
            Response response = Api.assertProblem(Api.get(list + "?" + query), 400);
            assertThat(Api.pointers(response)).containsExactly(query.substring(0, query.indexOf('=')));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/facts?status=DONE", "/report?verdict=WRONG", "/report?verdict=OMISSION&verdict=omission",
                        "/report?rollUp=maybe",
                "/report?asOf=yesterday", "/report?asOf=2020-13-01", "/report?asOf=%2B20000-01-01T00:00:00Z",
                        "/matrix?rollUp=1",
                "/comparison", "/comparison?left=bad-input-ap", "/comparison?left=bad-input-ap&right=bad-input-ap"
            })
    void a_query_that_cannot_be_is_refused(String query) {
        Response response = Api.assertProblem(Api.get(STORY + query), 400);
        assertThat(response.asString()).doesNotContain(StandardCharsets.UTF_8.name());
    }
}
