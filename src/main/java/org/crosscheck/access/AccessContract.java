package org.crosscheck.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Says in the contract how clients show who they are, and which role each operation asks for. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AccessContract implements OASFilter {
    private static final String KEY = "apiKey";
    private static final String TOKEN = "bearer";

    /** The role that an operation asks for, where it says so itself. */
    private final Map<String, Role> roles = new TreeMap<>();

    public AccessContract(IndexView classes) {
        for (AnnotationInstance operation :
                classes.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class.getName())) {
            MethodInfo method = operation.target().asMethod();
            Optional.ofNullable(method.annotation(Needs.class))
                    .or(() -> Optional.ofNullable(method.declaringClass().declaredAnnotation(Needs.class)))
                    .map(needs -> Role.valueOf(needs.value().asEnum()))
                    .ifPresent(role -> roles.put(operation.value("operationId").asString(), role));
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getComponents()
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name(KeyMechanism.HEADER)
                                .description("A key of this server."))
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("A token of the issuer that the server trusts, where one is configured."));
        contract.setSecurity(List.of(scheme(KEY), scheme(TOKEN)));
        contract.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach(this::describe));
    }

    private void describe(PathItem.HttpMethod method, Operation operation) {
        boolean reads = method == PathItem.HttpMethod.GET;
        Role role = roles.getOrDefault(operation.getOperationId(), reads ? Role.READER : Role.EDITOR);
        String asks = role == Role.READER
                ? "Role: READER, or anybody where the server leaves reading open."
                : "Role: " + role + ".";
        String said = operation.getDescription();
        operation.setDescription(said == null ? asks : said + " " + asks);
        if (role == Role.READER)
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement(), scheme(KEY), scheme(TOKEN)));
    }

    private static SecurityRequirement scheme(String name) {
        return OASFactory.createSecurityRequirement().addScheme(name);
    }
}
