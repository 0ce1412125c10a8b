package org.crosscheck.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import org.crosscheck.value.Concept;
import org.crosscheck.value.Duration;
import org.crosscheck.value.Ordinal;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Text;
import org.crosscheck.value.Time;
import org.crosscheck.value.Topic;
import org.crosscheck.value.Value;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value in JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "QUANTITY", value = ValueView.QuantityView.class),
    @JsonSubTypes.Type(name = "ORDINAL", value = ValueView.OrdinalView.class),
    @JsonSubTypes.Type(name = "TIME", value = ValueView.TimeView.class),
    @JsonSubTypes.Type(name = "DURATION", value = ValueView.DurationView.class),
    @JsonSubTypes.Type(name = "CONCEPT", value = ValueView.ConceptRefView.class),
    @JsonSubTypes.Type(name = "TEXT", value = ValueView.TextView.class),
    @JsonSubTypes.Type(name = "TOPIC", value = ValueView.TopicView.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Value",
        description = "A normalized, typed value: the set of exact answers that it allows.",
        oneOf = {
            ValueView.QuantityView.class,
            ValueView.OrdinalView.class,
            ValueView.TimeView.class,
            ValueView.DurationView.class,
            ValueView.ConceptRefView.class,
            ValueView.TextView.class,
            ValueView.TopicView.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "QUANTITY", schema = ValueView.QuantityView.class),
            @DiscriminatorMapping(value = "ORDINAL", schema = ValueView.OrdinalView.class),
            @DiscriminatorMapping(value = "TIME", schema = ValueView.TimeView.class),
            @DiscriminatorMapping(value = "DURATION", schema = ValueView.DurationView.class),
            @DiscriminatorMapping(value = "CONCEPT", schema = ValueView.ConceptRefView.class),
            @DiscriminatorMapping(value = "TEXT", schema = ValueView.TextView.class),
            @DiscriminatorMapping(value = "TOPIC", schema = ValueView.TopicView.class)
        })
public sealed interface ValueView {

    /** The value. Throws InvalidValueException where it denotes nothing. */
    Value toValue();

    /** The JSON of {@code value}; null of null. */
    static ValueView of(Value value) {
        if (value == null) return null;
        if (value instanceof Quantity q)
            return new QuantityView(q.min(), excluded(q.minExclusive()), q.max(), excluded(q.maxExclusive()), q.unit());
        if (value instanceof Ordinal o) return new OrdinalView(o.number());
        if (value instanceof Time t) return new TimeView(t.edtf());
        if (value instanceof Duration d)
            return new DurationView(d.min(), excluded(d.minExclusive()), d.max(), excluded(d.maxExclusive()));
        if (value instanceof Concept c) return new ConceptRefView(c.concept());
        if (value instanceof Text t) return new TextView(t.text());
        return new TopicView();
    }

    private static Boolean excluded(boolean excluded) {
        return excluded ? Boolean.TRUE : null;
    }

    /** A quantity in JSON. */
    @Schema(
            name = "QuantityValue",
            description =
                    "An interval of a unit. Bounds belong to it unless they are exclusive; a bound left out is open.",
            examples = "{\"type\": \"QUANTITY\", \"min\": 59, \"max\": 59, \"unit\": \"cruise-missile\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuantityView(
            BigDecimal min,
            Boolean minExclusive,
            BigDecimal max,
            Boolean maxExclusive,

            @Schema(
                    description =
                            "A concept (a counted thing), an ISO 4217 code (money, never converted) or a UCUM code"
                                    + " (converted). The attribute's unit where left out.")
            String unit)
            implements ValueView {
        @Override
        public Value toValue() {
            return new Quantity(min, Boolean.TRUE.equals(minExclusive), max, Boolean.TRUE.equals(maxExclusive), unit);
        }
    }

    /** An ordinal in JSON. */
    @Schema(
            name = "OrdinalValue",
            description = "One position: 3 is the third, -1 the last.",
            examples = "{\"type\": \"ORDINAL\", \"number\": 3}")
    record OrdinalView(@Schema(required = true) long number) implements ValueView {
        @Override
        public Value toValue() {
            return new Ordinal(number);
        }
    }

    /** A time in JSON. */
    @Schema(
            name = "TimeValue",
            description = "A span of the calendar at a precision, as EDTF (ISO 8601-2) level 1.",
            examples = "{\"type\": \"TIME\", \"edtf\": \"2017-05-02\"}")
    record TimeView(@Schema(required = true) String edtf) implements ValueView {
        @Override
        public Value toValue() {
            return new Time(edtf);
        }
    }

    /** A duration in JSON. */
    @Schema(
            name = "DurationValue",
            description = "An interval of ISO 8601 durations; bounds as those of a quantity.",
            examples = "{\"type\": \"DURATION\", \"min\": \"P6Y\", \"max\": \"P7Y\", \"maxExclusive\": true}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DurationView(String min, Boolean minExclusive, String max, Boolean maxExclusive) implements ValueView {
        @Override
        public Value toValue() {
            return new Duration(min, Boolean.TRUE.equals(minExclusive), max, Boolean.TRUE.equals(maxExclusive));
        }
    }

    /** A reference to a concept in JSON. */
    @Schema(
            name = "ConceptValue",
            description = "A concept, and with it everything narrower.",
            examples = "{\"type\": \"CONCEPT\", \"concept\": \"hamburg\"}")
    record ConceptRefView(@Schema(required = true) String concept) implements ValueView {
        @Override
        public Value toValue() {
            return new Concept(concept);
        }
    }

    /** A text in JSON. */
    @Schema(
            name = "TextValue",
            description = "Words, equal after Unicode, case, hyphen and punctuation folding.",
            examples = "{\"type\": \"TEXT\", \"text\": \"businesslike and constructive\"}")
    record TextView(@Schema(required = true) String text) implements ValueView {
        @Override
        public Value toValue() {
            return new Text(text);
        }
    }

    /** A topic in JSON. */
    @Schema(
            name = "TopicValue",
            description = "That the matter is addressed at all.",
            examples = "{\"type\": \"TOPIC\"}")
    record TopicView() implements ValueView {
        @Override
        public Value toValue() {
            return new Topic();
        }
    }
}
