package org.crosscheck.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Collection;

/**
 * Refuses lists longer than their {@link Size} as they are read. Bean Validation does too, but looks at every element
 * nevertheless, and takes time that grows with the square of how many are at fault.
 */
final class BoundedLists extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> reader) {
        return new Bounded(reader, Integer.MAX_VALUE);
    }

    private static final class Bounded extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;
        private final int max;

        Bounded(JsonDeserializer<?> reader, int max) {
            super(reader);
            this.max = max;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new Bounded(reader, max);
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
                throws JsonMappingException {
            JsonDeserializer<?> reader = context.handleSecondaryContextualization(
                    getDelegatee(),
                    property,
                    context.constructType(getDelegatee().handledType()));
            Size size = property == null ? null : property.getAnnotation(Size.class);
            return new Bounded(reader, size == null ? Integer.MAX_VALUE : size.max());
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Object list = super.deserialize(json, context);
            if (list instanceof Collection<?> items && items.size() > max)
                return context.reportInputMismatch(this, "Give at most %d items.", max);
            return list;
        }
    }
}
