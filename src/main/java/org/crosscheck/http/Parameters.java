package org.crosscheck.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crosscheck.problem.ProblemException;

/** Reads numbers, choices and yes or no in a query, and says what to give where it cannot: JAX-RS itself answers 404. */
@Provider
public class Parameters implements ParamConverterProvider {

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        if (rawType == int.class || rawType == Integer.class)
            return new Strict<>(name(annotations), Parameters::wholeNumber, "Give a whole number.");
        if (rawType == long.class || rawType == Long.class)
            return new Strict<>(
                    name(annotations),
                    text -> text.matches("\\d{1,18}") ? Long.valueOf(text) : null,
                    "Give a whole number from 0 on.");
        if (rawType == boolean.class || rawType == Boolean.class)
            return new Strict<>(
                    name(annotations),
                    text -> Map.of("true", true, "false", false).get(text),
                    "Give true or false.");
        if (rawType.isEnum()) {
            Map<String, T> choices = Arrays.stream(rawType.getEnumConstants())
                    .collect(Collectors.toMap(Objects::toString, Function.identity()));
            String names = Arrays.stream(rawType.getEnumConstants())
                    .map(Objects::toString)
                    .collect(Collectors.joining(", "));
            return new Strict<>(name(annotations), choices::get, "Give one of " + names + ".");
        }
        return null;
    }

    private static Integer wholeNumber(String text) {
        return text.matches("-?\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private static String name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse("a parameter");
    }

    /** Reads text with {@code read}, which gives null where it cannot. */
    private record Strict<T>(String name, Function<String, ?> read, String advice) implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String text) {
            Object value = read.apply(text);
            if (value == null) throw ProblemException.parameter(name, advice);
            return (T) value;
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
