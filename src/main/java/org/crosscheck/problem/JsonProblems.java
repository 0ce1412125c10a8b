package org.crosscheck.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a body that could not be read, in words that name no class of ours. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException) return excessive(e, String.valueOf(cause.getMessage()));
            if (cause instanceof InputCoercionException) return fault(e, "Give a smaller number.");
            if (cause instanceof JsonParseException || cause instanceof StreamReadException)
                return malformed(e, unreadable(cause));
        }
        if (!(e instanceof JsonMappingException mapping)) return malformed(e, "Send one JSON object.");
        if (isTrailing(mapping)) return malformed(e, "Remove what follows the JSON object.");
        return fault(e, message(mapping));
    }

    private static Problem fault(JsonProcessingException e, String advice) {
        Violation violation = new Violation(e instanceof JsonMappingException mapping ? pointer(mapping) : "", advice);
        String where = violation.pointer().isEmpty() ? "the body" : violation.pointer();
        return Problem.of(
                ProblemType.VALIDATION,
                ProblemType.VALIDATION.status(),
                "Change " + where + ": " + violation.message(),
                List.of(violation));
    }

    private static Problem malformed(JsonProcessingException e, String advice) {
        String where = e.getLocation() == null
                ? ""
                : " At line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ".";
        return Problem.of(ProblemType.MALFORMED_JSON, ProblemType.MALFORMED_JSON.status(), advice + where, List.of());
    }

    private static boolean isTrailing(JsonMappingException e) {
        return e.getPath().isEmpty() && String.valueOf(e.getOriginalMessage()).startsWith("Trailing token");
    }

    private static Problem excessive(JsonProcessingException e, String message) {
        if (message.contains("Token count")) return ProblemMappers.bare(ProblemType.CONTENT_TOO_LARGE.status());
        if (message.contains("nesting depth")) return malformed(e, "Nest it less deeply.");
        return malformed(
                e,
                message.contains("Number") ? "Give numbers of at most 100 digits." : "Give shorter names and strings.");
    }

    private static String unreadable(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("Duplicate field")
                ? "A field is given twice; keep one."
                : "The body stops being JSON somewhere; check quotes, commas and brackets.";
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getFieldName() != null ? escape(step.getFieldName()) : String.valueOf(step.getIndex()))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String message(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown)
            return "Remove it; known fields here are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".";
        if (e instanceof InvalidTypeIdException)
            return "Give an object with a \"type\" of QUANTITY, ORDINAL, TIME, DURATION, CONCEPT, TEXT or TOPIC.";
        if (e instanceof InvalidFormatException format) return format(format);
        if (e instanceof InvalidNullException) return "Remove the null.";
        if (e.getOriginalMessage().startsWith("Give at most")) return e.getOriginalMessage();
        if (e instanceof MismatchedInputException mismatch) return "Give " + kind(mismatch.getTargetType()) + ".";
        return "Give what the contract at /q/openapi says.";
    }

    private static String format(InvalidFormatException e) {
        Class<?> target = e.getTargetType();
        if (target != null && target.isEnum())
            return "Give one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")) + ".";
        String message = e.getOriginalMessage();
        // Our own deserializers say what to do behind Jackson's "Cannot deserialize ...: "
        int advice = Math.max(message.lastIndexOf("Give an RFC 3339"), message.lastIndexOf("Remove the control"));
        return advice >= 0 ? message.substring(advice) : "Give " + kind(target) + ".";
    }

    private static String kind(Class<?> target) {
        if (target == null) return "what the contract at /q/openapi says";
        if (target == String.class || target.isEnum()) return "a string";
        if (target == Boolean.class || target == boolean.class) return "true or false";
        if (target == Integer.class || target == int.class || target == Long.class || target == long.class)
            return "a whole number that fits 64 bits";
        if (Number.class.isAssignableFrom(target)) return "a number";
        if (java.util.Collection.class.isAssignableFrom(target)) return "an array";
        if (target == java.time.Instant.class) return "an RFC 3339 date-time";
        return "an object";
    }
}
