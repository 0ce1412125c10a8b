package org.crosscheck.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.crosscheck.http.Api;

/** The table {@code access/table.txt}, and a walk through all operations of the contract that holds the program against it. */
final class AccessTable {
    static final String STORY = "access-table";
    private static final List<String> CALLERS = List.of("nobody", "reader", "elsewhere", "here", "editor", "admin");

    /** Under a kind, or a kind with " closed": what each caller is answered. */
    private final Map<String, List<String>> kinds = new LinkedHashMap<>();

    private final Map<String, String> kindOf = new LinkedHashMap<>();

    AccessTable() {
        for (String line : text().split("\n")) {
            if (line.isBlank() || line.startsWith("#")) continue;
            List<String> words = Arrays.asList(line.strip().split(" +"));
            if (words.size() == 2) kindOf.put(words.get(0), words.get(1));
            else
                kinds.put(
                        String.join(" ", words.subList(0, words.size() - 6)),
                        words.subList(words.size() - 6, words.size()));
        }
    }

    private static String text() {
        try (InputStream in = AccessTable.class.getResourceAsStream("/access/table.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a key for each caller, and returns their secrets. */
    static Map<String, String> keys(String prefix) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("nobody", "");
        keys.put("reader", key(prefix + "-reader", "\"role\": \"READER\""));
        keys.put("elsewhere", key(prefix + "-elsewhere", "\"role\": \"EDITOR\", \"stories\": [\"somewhere-else\"]"));
        keys.put("here", key(prefix + "-here", "\"role\": \"EDITOR\", \"stories\": [\"" + STORY + "\"]"));
        keys.put("editor", key(prefix + "-editor", "\"role\": \"EDITOR\""));
        keys.put("admin", key(prefix + "-admin", "\"role\": \"ADMIN\""));
        return keys;
    }

    static String key(String id, String rights) {
        Response created = Api.post("/v1/keys", "{\"id\": \"" + id + "\", \"name\": \"" + id + "\", " + rights + "}");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return Api.json(created).path("secret").asText();
    }

    /** Calls every operation as everybody. Returns how many calls that were. */
    int walk(boolean closed, Map<String, String> keys) throws IOException {
        JsonNode paths = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("openapi.yaml").toFile())
                .get("paths");
        List<String> wrong = new ArrayList<>();
        TreeSet<String> operations = new TreeSet<>();
        int calls = 0;
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String operation = method.getValue().path("operationId").asText();
                if (operation.isEmpty()) continue;
                operations.add(operation);
                assertThat(kindOf).as("the table of who may what").containsKey(operation);
                for (int caller = 0; caller < CALLERS.size(); caller++) {
                    String expected = expected(operation, closed).get(caller);
                    String answer = call(path.getKey(), method, keys.get(CALLERS.get(caller)));
                    calls++;
                    if (!answer.equals(expected))
                        wrong.add("%s as %s: %s, but the table has %s"
                                .formatted(operation, CALLERS.get(caller), answer, expected));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(kindOf.keySet()).as("rows of the table").hasSameElementsAs(operations);
        return calls;
    }

    private List<String> expected(String operation, boolean closed) {
        String kind = kindOf.get(operation);
        return closed && kinds.containsKey(kind + " closed") ? kinds.get(kind + " closed") : kinds.get(kind);
    }

    /** Of things that do not exist, with a body that says nothing: so nothing changes, whoever may. */
    private static String call(String path, Map.Entry<String, JsonNode> operation, String key) {
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        var request = Api.with(Api.KEY_HEADER, key);
        JsonNode body = operation.getValue().path("requestBody").path("content");
        if (!body.isMissingNode())
            request.contentType(body.fieldNames().next()).body("{}".getBytes(StandardCharsets.UTF_8));
        Response response =
                request.request(method, path.replace("{story}", STORY).replaceAll("\\{[a-z]+}", "no-such-thing"));
        if (response.statusCode() != 401 && response.statusCode() != 403) return "+";
        Api.assertProblem(response, response.statusCode());
        return String.valueOf(response.statusCode());
    }
}
