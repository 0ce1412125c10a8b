package org.crosscheck.extract.fit;

import java.util.List;
import java.util.Set;
import org.crosscheck.value.Value;

/**
 * What a story asks of its sources, as far as it helps to find answers in a text.
 *
 * @param id the attribute's id
 * @param unit the unit of its quantities, or null
 * @param question the question in words, or null
 * @param cues words that point to it
 * @param wordings words in which earlier sources answered it
 * @param proposed whether it is itself only proposed
 * @param schemes the schemes of the concepts that answered it so far; empty where none did
 */
public record Question(
        String id,
        Value.Type type,
        String unit,
        String label,
        String question,
        List<String> cues,
        List<String> wordings,
        Set<String> schemes,
        boolean proposed) {
    /** An id names one question of a story. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
