package org.crosscheck.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads strings, and refuses what no text has: control characters but tab and line ends, and halves of characters. */
public final class PlainText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    PlainText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) return (String) context.handleUnexpectedToken(String.class, json);
        String text = json.getText();
        int at = firstOddity(text);
        if (at >= 0)
            return (String) context.handleWeirdStringValue(
                    String.class,
                    text,
                    "Remove the control character or half surrogate U+%04X at position %d.",
                    (int) text.charAt(at),
                    at);
        return text;
    }

    /** The index of the first character that no text has, or -1. */
    public static int firstOddity(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)))
                i++;
            else if (Character.isSurrogate(c) || (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r'))
                return i;
        }
        return -1;
    }
}
