package org.crosscheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract once released only grows: whoever generated a client from the last release is not broken by this one. */
class ReleasedContractTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** What the release said and never did. */
    private static final Set<String> NEVER_TRUE = Set.of(
            "POST /v1/attributions 200: the header ETag is gone",
            "POST /v1/attributions 200: the header Location is gone",
            "POST /v1/normalize 200: the header ETag is gone",
            "POST /v1/normalize 200: the header Location is gone",
            "POST /v1/stories/{story}/facts/reviews 200: the header ETag is gone",
            "POST /v1/stories/{story}/facts/reviews 200: the header Location is gone");

    private final JsonNode released = read("src/sdk/released.yaml");

    @Test
    void this_contract_breaks_no_client_of_the_released_one() {
        assertThat(Breakage.between(released, read("openapi.yaml"))).isSubsetOf(NEVER_TRUE);
    }

    static Stream<Arguments> breaking() {
        return Stream.of(
                change("an operation is gone", c -> at(c, "/paths/~1v1~1check").remove("post")),
                change("a path is gone", c -> at(c, "/paths").remove("/v1/check")),
                change(
                        "an answer lacks what it had",
                        c -> properties(c, "Finding").remove("explanation")),
                change(
                        "an answer has only sometimes what was always there",
                        c -> required(c, "Finding").remove(0)),
                change("a request must have more", c -> {
                    properties(c, "NormalizeRequest").putObject("tone").put("type", "string");
                    required(c, "NormalizeRequest").add("tone");
                }),
                change(
                        "what could be left out of a request cannot",
                        c -> required(c, "NormalizeRequest").add("language")),
                change(
                        "a request can no longer say it",
                        c -> properties(c, "NormalizeRequest").remove("language")),
                change(
                        "a request has one word less to say",
                        c -> enumeration(c, "PartyKind").remove(0)),
                change(
                        "a number is now words",
                        c -> at(c, "/components/schemas/Report/properties/version")
                                .put("type", "string")),
                change(
                        "words are now a number",
                        c -> at(c, "/components/schemas/NormalizeRequest/properties/text")
                                .put("type", "number")),
                change(
                        "a value can no longer be of a type",
                        c -> at(c, "/components/schemas/Value/discriminator/mapping")
                                .remove("TOPIC")),
                change(
                        "a parameter is gone",
                        c -> ((ArrayNode) at(c, "/paths/~1v1~1stories~1{story}~1report/get")
                                        .get("parameters"))
                                .remove(1)),
                change(
                        "a parameter must be given",
                        c -> ((ObjectNode) at(c, "/paths/~1v1~1findings/get")
                                        .get("parameters")
                                        .get(2))
                                .put("required", true)),
                change("an answer has another media type", c -> {
                    ObjectNode content = at(c, "/paths/~1v1~1stories~1{story}~1matrix/get/responses/200/content");
                    content.remove("text/csv");
                }),
                change(
                        "an answer has a word that no client knows",
                        c -> enumeration(c, "Relation").add("UNRELATED")),
                change(
                        "a request must be shorter",
                        c -> at(c, "/components/schemas/NormalizeRequest/properties/text")
                                .put("maxLength", 10)),
                change(
                        "a list of other things",
                        c -> at(c, "/components/schemas/FindingList/properties/items/items")
                                .put("$ref", "#/components/schemas/Fact")),
                change(
                        "a header is gone",
                        c -> at(c, "/paths/~1v1~1findings/get/responses/200/headers")
                                .remove("Link")),
                change(
                        "a success is gone",
                        c -> at(c, "/paths/~1v1~1stories~1{story}/put/responses")
                                .remove("201")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaking")
    void what_breaks_a_client_is_found(String name, Consumer<JsonNode> change) {
        assertThat(broken(change)).isNotEmpty();
    }

    static Stream<Arguments> growing() {
        return Stream.of(
                change("nothing", c -> {}),
                change("an operation more", c -> {
                    ObjectNode paths = at(c, "/paths");
                    paths.set("/v1/more", paths.get("/v1/check").deepCopy());
                }),
                change(
                        "an answer says more",
                        c -> properties(c, "Finding").putObject("mood").put("type", "string")),
                change(
                        "a request may say more",
                        c -> properties(c, "NormalizeRequest").putObject("tone").put("type", "string")),
                change(
                        "a parameter more, which may be left out",
                        c -> ((ArrayNode) at(c, "/paths/~1v1~1findings/get").get("parameters"))
                                .addObject()
                                .put("name", "mood")
                                .put("in", "query")
                                .putObject("schema")
                                .put("type", "string")),
                change("a schema by another name", c -> {
                    ObjectNode schemas = at(c, "/components/schemas");
                    schemas.set("Pair", schemas.remove("Deciding"));
                    at(c, "/components/schemas/Finding/properties/deciding").put("$ref", "#/components/schemas/Pair");
                }),
                change("a new way to be refused", c -> {
                    ObjectNode answers = at(c, "/paths/~1v1~1stories~1{story}/put/responses");
                    answers.set("428", answers.get("412").deepCopy());
                }),
                change(
                        "another media type beside the first",
                        c -> at(c, "/paths/~1v1~1stories~1{story}~1report/get/responses/200/content")
                                .putObject("application/ld+json")
                                .putObject("schema")
                                .put("type", "object")),
                change(
                        "a request may be longer",
                        c -> at(c, "/components/schemas/NormalizeRequest/properties/text")
                                .put("maxLength", 2_000_000)),
                change(
                        "an answer always has what was there only sometimes",
                        c -> required(c, "Finding").add("deciding")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("growing")
    void what_only_grows_is_let_through(String name, Consumer<JsonNode> change) {
        assertThat(broken(change)).isEmpty();
    }

    private List<String> broken(Consumer<JsonNode> change) {
        JsonNode contract = released.deepCopy();
        change.accept(contract);
        return Breakage.between(released, contract);
    }

    private static Arguments change(String name, Consumer<JsonNode> change) {
        return Arguments.of(name, change);
    }

    private static ObjectNode at(JsonNode contract, String pointer) {
        return (ObjectNode) contract.at(pointer);
    }

    private static ObjectNode properties(JsonNode contract, String schema) {
        return at(contract, "/components/schemas/" + schema + "/properties");
    }

    private static ArrayNode required(JsonNode contract, String schema) {
        return (ArrayNode) at(contract, "/components/schemas/" + schema).get("required");
    }

    private static ArrayNode enumeration(JsonNode contract, String schema) {
        return (ArrayNode) at(contract, "/components/schemas/" + schema).get("enum");
    }

    private static JsonNode read(String file) {
        try {
            return YAML.readTree(Path.of(file).toFile());
        } catch (JsonProcessingException e) {
            throw new AssertionError(file, e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
