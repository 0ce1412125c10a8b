package org.crosscheck.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** JSON that the program stores and reads again, as the API shows it. What cannot be read or written is a fault of ours. */
@ApplicationScoped
public class OwnJson {
    private final ObjectMapper json;

    OwnJson(ObjectMapper json) {
        this.json = json;
    }

    public String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own JSON cannot be written", e);
        }
    }

    public <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own JSON cannot be read", e);
        }
    }
}
