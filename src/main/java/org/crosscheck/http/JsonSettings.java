package org.crosscheck.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Reads JSON strictly: what is not understood is refused, never dropped or bent into shape. */
@Singleton
public class JsonSettings implements ObjectMapperCustomizer {
    /** The deepest document that we write has 8 levels. */
    private static final int MAX_DEPTH = 32;

    private static final int MAX_NUMBER_LENGTH = 100;

    /** The densest dossier of 10 MB has fewer; each of millions of empty objects takes a hundred bytes once it is read. */
    private static final int MAX_TOKENS = 2_000_000;

    /** The last word: what is registered later wins, and Quarkus registers its own reading of times. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxTokenCount(MAX_TOKENS)
                        .build());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        mapper.disable(
                DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        for (LogicalType type :
                List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean, LogicalType.Textual))
            forbidBending(mapper.coercionConfigFor(type), type);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        mapper.registerModule(new SimpleModule("crosscheck")
                .setDeserializerModifier(new BoundedLists())
                .addDeserializer(String.class, new PlainText())
                .addDeserializer(Instant.class, new Rfc3339()));
    }

    /** A string is no number, and a number no string. */
    private static void forbidBending(MutableCoercionConfig config, LogicalType type) {
        if (type == LogicalType.Textual) {
            config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            return;
        }
        config.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        if (type == LogicalType.Boolean) config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        else config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        if (type == LogicalType.Integer) config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
    }
}
