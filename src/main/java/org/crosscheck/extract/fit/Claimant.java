package org.crosscheck.extract.fit;

import java.util.List;
import org.crosscheck.extract.speech.Speaker;

/**
 * Who says something: a party that there is, or one to be proposed.
 *
 * @param id the party's id
 * @param isNew whether no such party is known
 * @param name its name, null where it is known
 * @param kind what the text shows of it, null where it is known
 * @param names other names that the text uses for it; empty where it is known
 * @param partOf the party that it belongs to, or null
 */
public record Claimant(String id, boolean isNew, String name, Speaker.Kind kind, List<String> names, Claimant partOf) {
    static Claimant known(String id) {
        return new Claimant(id, false, null, null, List.of(), null);
    }
}
