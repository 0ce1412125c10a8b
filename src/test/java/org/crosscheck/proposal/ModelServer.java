package org.crosscheck.proposal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** A server on this machine that speaks the chat completions protocol of OpenAI, and says what a test tells it to. */
public class ModelServer implements QuarkusTestResourceLifecycleManager {
    static final String KEY = "sk-a-secret-of-the-tests";
    static final String NAME = "parrot-1";
    private static final WireMockServer SERVER =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private static final String PATH = "/v1/chat/completions";

    @Override
    public Map<String, String> start() {
        SERVER.start();
        return Map.of(
                "crosscheck.model.base-url",
                SERVER.baseUrl() + "/v1",
                "crosscheck.model.name",
                NAME,
                "crosscheck.model.key",
                KEY,
                "crosscheck.model.timeout",
                "5s",
                "crosscheck.model.longest-text",
                "20000");
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    /** Answers every request so, and forgets what was asked before. */
    static void answers(ResponseDefinitionBuilder response) {
        SERVER.resetAll();
        SERVER.stubFor(post(urlEqualTo(PATH)).willReturn(response));
    }

    /** Answers with a message of this content. */
    static void says(String content) {
        answers(okJson(completion(content)));
    }

    /** Answers with these claims, each as JSON. */
    static void claims(String... claims) {
        says("{\"claims\": [" + String.join(", ", claims) + "]}");
    }

    static void fails(int status) {
        // servers like to repeat what they were sent
        answers(aResponse().withStatus(status).withBody("{\"error\": {\"message\": \"no, " + KEY + "\"}}"));
    }

    /** The bodies of the requests so far. */
    static List<String> asked() {
        return SERVER.getAllServeEvents().stream()
                .map(event -> event.getRequest().getBodyAsString())
                .toList();
    }

    /** A header of the last request. */
    static String header(String name) {
        return SERVER.getAllServeEvents().get(0).getRequest().getHeader(name);
    }

    static String completion(String content) {
        ObjectNode message =
                new ObjectMapper().createObjectNode().put("role", "assistant").put("content", content);
        return "{\"id\": \"c-1\", \"object\": \"chat.completion\", \"created\": 1, \"model\": \"" + NAME
                + "\", \"choices\": [{\"index\": 0, \"finish_reason\": \"stop\", \"message\": " + message + "}],"
                + " \"usage\": {\"prompt_tokens\": 1, \"completion_tokens\": 1, \"total_tokens\": 2}}";
    }
}
