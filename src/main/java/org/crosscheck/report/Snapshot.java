package org.crosscheck.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.decision.Standing;
import org.crosscheck.verdict.Flag;

/** A story's findings at one version. */
record Snapshot(String story, long version, int sources, int lineages, List<Entry> entries) {

    /** One finding: what filters look at, and its JSON. */
    record Entry(String attribute, Flag verdict, Standing decision, List<String> voices, String json) {

        /** Its JSON with how it stood before. */
        String after(String previous) {
            return json.substring(0, json.length() - 1) + ",\"previous\":" + previous + "}";
        }
    }

    /** The finding on {@code attribute} alone, if there is one. */
    Snapshot only(String attribute) {
        List<Entry> those = entries.stream()
                .filter(entry -> entry.attribute.equals(attribute))
                .toList();
        return new Snapshot(story, version, sources, lineages, those);
    }

    Map<Flag, Integer> summary() {
        Map<Flag, Integer> summary = new EnumMap<>(Flag.class);
        entries.forEach(entry -> summary.merge(entry.verdict, 1, Integer::sum));
        return summary;
    }
}
