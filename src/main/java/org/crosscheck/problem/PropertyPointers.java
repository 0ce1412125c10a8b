package org.crosscheck.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Bean Validation's property paths as JSON pointers: {@code put.story.facts[0].wording} is /facts/0/wording. */
final class PropertyPointers {
    /** Parameters of resource methods that carry the body are called so. */
    private static final String BODY = "body";

    private PropertyPointers() {}

    static boolean isInBody(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) return isBody(node);
        }
        return true;
    }

    static boolean isBody(Path.Node node) {
        return node.getKind() == ElementKind.PARAMETER && node.getName().equals(BODY);
    }

    /** A JSON pointer into the body, or the bare name of a parameter. */
    static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) pointer.append('/').append(node.getIndex());
            if (node.getKind() == ElementKind.PROPERTY) pointer.append('/').append(node.getName());
            if (node.getName() != null) last = node.getName();
        }
        return isInBody(violation) ? pointer.toString() : last;
    }
}
