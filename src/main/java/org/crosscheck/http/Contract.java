package org.crosscheck.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes the contract with what holds for every operation: the ways in which it can fail, the headers that it answers,
 * and the examples of the folder {@code contract}, which a test sends to the program.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {
    private static final String EXAMPLES = "/contract/";
    /** How the file of an example in each media type ends. */
    private static final Map<String, String> ENDINGS =
            Map.of("application/json", ".json", Csv.MEDIA_TYPE, ".csv", Lines.MEDIA_TYPE, ".ndjson");

    /** Names that tell apart what Java tells apart by the class around it. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Type", "ValueType"),
            Map.entry("Code", "ReasonCode"),
            Map.entry("Known", "SilenceKnown"),
            Map.entry("Status", "FactStatus"),
            Map.entry("Kind", "SpeakerKind"),
            Map.entry("By", "ReadBy"),
            Map.entry("Deciding", "DecidingPair"),
            Map.entry("Outcome", "DecisionOutcome"),
            Map.entry("Cause", "DecisionCause"),
            Map.entry("Standing", "DecisionStanding"),
            // the engine's and the API's own have the same words
            Map.entry("Certainty1", "Certainty"));

    /** Where POST stores nothing. */
    private static final Set<String> ASKING =
            Set.of("/v1/check", "/v1/normalize", "/v1/attributions", "/v1/stories/{story}/facts/reviews/preview");

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        SchemaNames.rename(contract, NAMES);
        typeValues(contract);
        declareProblems(contract);
        contract.getPaths().getPathItems().forEach(this::complete);
    }

    /** The schemas of values say which {@code type} is theirs: the discriminator alone does not. */
    private static void typeValues(OpenAPI contract) {
        Map<String, Schema> schemas = contract.getComponents().getSchemas();
        Schema value = schemas.get("Value");
        value.setType(null);
        value.getDiscriminator().getMapping().forEach((type, reference) -> {
            Schema of = schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
            Map<String, Schema> properties = new LinkedHashMap<>();
            properties.put(
                    "type",
                    OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .addEnumeration(type)
                            .defaultValue(type));
            if (of.getProperties() != null) properties.putAll(of.getProperties());
            of.setProperties(properties);
            of.addRequired("type");
        });
    }

    private static void declareProblems(OpenAPI contract) {
        for (Failure failure : Failure.values()) {
            Content content = OASFactory.createContent()
                    .addMediaType(
                            Problem.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref("Problem"))
                                    .example(failure.example()));
            APIResponse response = OASFactory.createAPIResponse()
                    .description(failure.description())
                    .content(content);
            if (failure == Failure.UNAVAILABLE || failure == Failure.TOO_MANY_REQUESTS)
                response.addHeader("Retry-After", header("Seconds to wait."));
            contract.getComponents().addResponse(failure.responseName(), response);
        }
    }

    private void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            for (Failure failure : Failure.values()) {
                if (failure.concerns(path, method, operation))
                    operation.getResponses().addAPIResponse(failure.status(), reference(failure));
            }
            describeSuccess(path, method, operation);
            if (Failure.writes(path, method) && !ASKING.contains(path)) addReason(operation);
            describeParameters(operation);
            nameForClients(path, operation);
            addExamples(operation);
        });
    }

    private static APIResponse reference(Failure failure) {
        return OASFactory.createAPIResponse().ref(failure.responseName());
    }

    private static void describeSuccess(String path, PathItem.HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        boolean list = operation.getOperationId().startsWith("list") && !path.endsWith("/revisions");
        boolean conditional = Failure.hasParameter(operation, "If-None-Match");
        boolean creates = responses.hasAPIResponse("201") && Failure.hasParameter(operation, "Idempotency-Key");
        responses.getAPIResponses().forEach((status, response) -> {
            if (!status.startsWith("2") || status.equals("204")) return;
            if (list) response.addHeader("Link", header("The next page, as rel=\"next\"; absent on the last."));
            if (conditional || creates)
                response.addHeader("ETag", header("Names this state, for If-Match and If-None-Match."));
            if (creates) response.addHeader("Location", header("Where it is read."));
        });
        if (method == PathItem.HttpMethod.GET && conditional)
            responses.addAPIResponse(
                    "304", OASFactory.createAPIResponse().description("You have this state already, by If-None-Match"));
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    /** Whoever changes something may say why. */
    private static void addReason(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name("Crosscheck-Reason")
                .in(Parameter.In.HEADER)
                .description(
                        "Why, for the history: at most 1000 characters, percent-encoded UTF-8 where it is not ASCII.")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
    }

    private static void describeParameters(Operation operation) {
        if (operation.getParameters() == null) return;
        operation.getParameters().stream()
                .filter(parameter -> parameter.getDescription() == null)
                .forEach(parameter -> parameter.setDescription("Id of the " + parameter.getName() + "."));
    }

    /**
     * Clients take parameters in the order of the contract: those of the path come first, as the path has them. Where a body would
     * have the name of one of them, it is called body.
     */
    private static void nameForClients(String path, Operation operation) {
        if (operation.getParameters() == null) return;
        List<Parameter> parameters = new ArrayList<>(operation.getParameters());
        parameters.sort(Comparator.comparingInt(parameter -> place(path, parameter)));
        operation.setParameters(parameters);
        if (path.endsWith("}") && operation.getRequestBody() != null)
            operation.addExtension("x-codegen-request-body-name", "body");
    }

    private static int place(String path, Parameter parameter) {
        return parameter.getIn() == Parameter.In.PATH ? path.indexOf("{" + parameter.getName() + "}") : path.length();
    }

    private void addExamples(Operation operation) {
        String id = operation.getOperationId();
        if (operation.getRequestBody() != null)
            addExamples(operation.getRequestBody().getContent(), id + ".request");
        for (String status : List.of("200", "201")) {
            APIResponse success = operation.getResponses().getAPIResponse(status);
            if (success != null && success.getContent() != null) addExamples(success.getContent(), id + ".response");
        }
    }

    private void addExamples(Content content, String name) {
        ENDINGS.forEach((type, ending) -> {
            MediaType media = content.getMediaType(type);
            Object example = media == null ? null : example(name + ending);
            if (example != null) media.setExample(example);
        });
    }

    private Object example(String file) {
        try (InputStream in = Contract.class.getResourceAsStream(EXAMPLES + file)) {
            if (in == null) return null;
            if (!file.endsWith(".json")) return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return json.treeToValue(json.readValue(in, JsonNode.class), Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
