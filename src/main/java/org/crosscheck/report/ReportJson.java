package org.crosscheck.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.crosscheck.decision.Standing;
import org.crosscheck.http.OwnJson;

/** Writes reports in JSON, as {@link ReportView} describes them. Findings go out as they are stored. */
final class ReportJson {
    private final OwnJson json;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ReportJson(OwnJson json) {
        this.json = json;
    }

    /** The report on {@code snapshot}, with only the findings that pass {@code filter}. */
    byte[] of(Snapshot snapshot, Predicate<Snapshot.Entry> filter) {
        writeHead(snapshot, null);
        writeFindings(snapshot.entries().stream().filter(filter).toList());
        return end();
    }

    /** The report on what is not as it was at the version {@code since}. */
    byte[] of(
            Snapshot snapshot,
            Predicate<Snapshot.Entry> filter,
            long since,
            Map<String, EarlierVerdicts.Change> changes) {
        writeHead(snapshot, since);
        writeFindings(snapshot.entries().stream()
                .filter(entry -> filter.test(entry) && changes.containsKey(entry.attribute()))
                .map(entry -> after(entry, changes.get(entry.attribute()).from()))
                .toList());
        write(",\"withdrawn\":" + json.write(withdrawn(filter, changes)));
        return end();
    }

    /** The report on {@code snapshot}, whose findings lie in it, so that nothing is kept twice. */
    KeptReport kept(Snapshot snapshot) {
        writeHead(snapshot, null);
        int[] starts = writeFindings(snapshot.entries());
        byte[] report = end();
        List<Snapshot.Entry> entries = new ArrayList<>(starts.length);
        for (Snapshot.Entry entry : snapshot.entries()) {
            int start = starts[entries.size()];
            entries.add(entry.with(new Json(report, start, start + entry.json().length())));
        }
        return new KeptReport(snapshot.with(entries), report);
    }

    private void writeHead(Snapshot snapshot, Long since) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("story", snapshot.story());
        head.put("version", snapshot.version());
        head.put("sources", snapshot.sources());
        head.put("lineages", snapshot.lineages());
        if (since != null) head.put("since", since);
        head.put("summary", snapshot.summary());
        String written = json.write(head);
        write(written.substring(0, written.length() - 1));
    }

    /** Returns where each begins. */
    private int[] writeFindings(List<Snapshot.Entry> entries) {
        int[] starts = new int[entries.size()];
        write(",\"findings\":[");
        for (int i = 0; i < starts.length; i++) {
            if (i > 0) write(",");
            starts[i] = out.size();
            entries.get(i).json().writeTo(out);
        }
        write("]");
        return starts;
    }

    private Snapshot.Entry after(Snapshot.Entry entry, VerdictState previous) {
        return previous == null ? entry : entry.with(entry.json().with("previous", json.write(previous)));
    }

    private static List<ReportView.WithdrawnView> withdrawn(
            Predicate<Snapshot.Entry> filter, Map<String, EarlierVerdicts.Change> changes) {
        List<ReportView.WithdrawnView> withdrawn = new ArrayList<>();
        changes.forEach((attribute, change) -> {
            if (change.to() == null && filter.test(gone(attribute, change.from())))
                withdrawn.add(new ReportView.WithdrawnView(attribute, change.from()));
        });
        return withdrawn;
    }

    private static Snapshot.Entry gone(String attribute, VerdictState was) {
        return new Snapshot.Entry(attribute, was.verdict(), Standing.NONE, List.of(), null);
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] end() {
        write("}");
        return out.toByteArray();
    }
}
