package org.crosscheck.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosscheck.decision.Standing;
import org.crosscheck.verdict.Flag;

/** A story's findings at one version. */
record Snapshot(String story, long version, int sources, int lineages, List<Entry> entries) {

    /** One finding: what filters look at, and its JSON. */
    record Entry(String attribute, Flag verdict, Standing decision, List<String> voices, Json json) {

        Entry with(Json other) {
            return new Entry(attribute, verdict, decision, voices, other);
        }
    }

    Snapshot with(List<Entry> others) {
        return new Snapshot(story, version, sources, lineages, others);
    }

    /** The finding on {@code attribute}, if there is one. */
    Optional<Entry> on(String attribute) {
        return entries.stream()
                .filter(entry -> entry.attribute.equals(attribute))
                .findFirst();
    }

    /** The finding on {@code attribute} alone, if there is one. */
    Snapshot only(String attribute) {
        return with(on(attribute).stream().toList());
    }

    Map<Flag, Integer> summary() {
        Map<Flag, Integer> summary = new EnumMap<>(Flag.class);
        entries.forEach(entry -> summary.merge(entry.verdict, 1, Integer::sum));
        return summary;
    }
}
