package org.crosscheck.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Renames schemas of the contract, and whatever refers to them. */
final class SchemaNames {
    private static final String REFERENCE = "#/components/schemas/";

    private SchemaNames() {}

    static void rename(OpenAPI contract, Map<String, String> names) {
        Map<String, Schema> renamed = new LinkedHashMap<>();
        contract.getComponents()
                .getSchemas()
                .forEach((name, schema) -> renamed.put(names.getOrDefault(name, name), schema));
        contract.getComponents().setSchemas(renamed);
        renamed.values().forEach(schema -> follow(schema, names));
        contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(operation -> follow(operation, names));
    }

    private static void follow(Operation operation, Map<String, String> names) {
        if (operation.getParameters() != null)
            operation.getParameters().forEach(parameter -> follow(parameter.getSchema(), names));
    }

    private static void follow(Schema schema, Map<String, String> names) {
        if (schema == null) return;
        String ref = schema.getRef();
        if (ref != null && ref.startsWith(REFERENCE)) {
            String name = ref.substring(REFERENCE.length());
            schema.setRef(REFERENCE + names.getOrDefault(name, name));
        }
        follow(schema.getItems(), names);
        follow(schema.getAdditionalPropertiesSchema(), names);
        if (schema.getProperties() != null) schema.getProperties().values().forEach(each -> follow(each, names));
        if (schema.getAnyOf() != null) schema.getAnyOf().forEach(each -> follow(each, names));
        if (schema.getOneOf() != null) schema.getOneOf().forEach(each -> follow(each, names));
        if (schema.getAllOf() != null) schema.getAllOf().forEach(each -> follow(each, names));
    }
}
