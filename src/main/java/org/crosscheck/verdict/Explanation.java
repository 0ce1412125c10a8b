package org.crosscheck.verdict;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crosscheck.value.Value;

/** Puts the ground of a verdict into one plain English sentence. Never says who is right. */
record Explanation(Parties parties, List<Position> positions, List<Silence> silences, Support support) {
    private static final int NAMED = 3;

    String of(Assessment.Ground ground) {
        Deciding pair = ground.deciding();
        return switch (ground.reason().code()) {
            case DISJOINT_VALUES -> "%s, while %s; both cannot hold.".formatted(says(pair.left()), says(pair.right()));
            case INCONSISTENT_VOICE ->
                "%s is reported to say %s; these cannot all hold."
                        .formatted(name(pair.left()), words(pair.left(), Stance.AFFIRMS));
            case AFFIRMED_AND_DENIED -> affirmedAndDenied(pair);
            case SILENT_WHILE_AFFIRMED -> silent(pair);
            case INCOMPARABLE_VALUES ->
                "%s, while %s; no rule compares the two, so an editor must judge."
                        .formatted(says(pair.left()), says(pair.right()));
            case REPLACED_BY_LATER -> replaced(pair, ground.reason().operands());
            case DIFFERENT_PRECISION -> precision(pair);
            case EQUAL_VALUES ->
                "%s with one value: %s (%s)."
                        .formatted(speakers(), words(speaking().get(0)), independent());
            case ONE_LINEAGE ->
                "Everything that affirms it goes back to one origin, in %s.".formatted(count(sources(), "source"));
            case NOBODY_AFFIRMS -> nobodyAffirms();
        };
    }

    private String affirmedAndDenied(Deciding pair) {
        String denied = words(pair.right(), Stance.DENIES);
        if (pair.left().equals(pair.right()))
            return "%s is reported both to say %s and to deny %s."
                    .formatted(name(pair.left()), words(pair.left(), Stance.AFFIRMS), denied);
        String inOtherWords = denied.equals(words(pair.left(), Stance.AFFIRMS)) ? "" : " (" + denied + ")";
        return "%s, which %s denies%s.".formatted(says(pair.left()), name(pair.right()), inOtherWords);
    }

    private String silent(Deciding pair) {
        String affirmed = pair.left().equals(pair.right())
                ? name(pair.left()) + " speaks of it elsewhere"
                : name(pair.left()) + " speaks of it";
        List<Silence> known = silences.stream()
                .filter(silence -> silence.voice().equals(pair.right()))
                .toList();
        String how = known.stream()
                .map(silence -> silence.known() == Silence.Known.REPORTED
                        ? "as " + list(silence.by()) + (silence.by().size() == 1 ? " reports" : " report")
                        : "as its own full account " + silence.source() + " shows")
                .collect(Collectors.joining(" and "));
        return "%s, while %s does not mention it, %s.".formatted(affirmed, name(pair.right()), how);
    }

    private String replaced(Deciding pair, List<Value> values) {
        String later = name(pair.left()) + " says " + words(pair.left(), values.get(0));
        String earlier = words(pair.right(), values.get(1));
        if (pair.left().equals(pair.right())) return "%s, and said %s before.".formatted(later, earlier);
        return "%s, later than %s from %s.".formatted(later, earlier, name(pair.right()));
    }

    private String precision(Deciding pair) {
        return switch (pair.relation()) {
            case NARROWER ->
                "%s, which is more precise than what %s says: %s."
                        .formatted(says(pair.left()), name(pair.right()), words(pair.right(), Stance.AFFIRMS));
            case BROADER ->
                "%s, which is more precise than what %s says: %s."
                        .formatted(says(pair.right()), name(pair.left()), words(pair.left(), Stance.AFFIRMS));
            default -> "%s, while %s; the two overlap.".formatted(says(pair.left()), says(pair.right()));
        };
    }

    private String nobodyAffirms() {
        List<String> deniers = positions.stream().map(Position::voice).toList();
        if (!deniers.isEmpty()) return "Nobody affirms it, and %s it.".formatted(verb(deniers, "denies", "deny"));
        List<String> silent = silences.stream().map(Silence::voice).distinct().toList();
        if (silent.isEmpty()) return "No source has a word on it.";
        return "Nobody affirms it, and %s reported not to mention it.".formatted(verb(silent, "is", "are"));
    }

    private String speakers() {
        return verb(speaking().stream().map(Position::voice).toList(), "speaks", "speak");
    }

    private List<Position> speaking() {
        return positions.stream()
                .filter(position -> position.stance() == Stance.AFFIRMS)
                .toList();
    }

    private int sources() {
        return (int) speaking().stream()
                .flatMap(position -> position.values().stream())
                .flatMap(value -> value.sources().stream())
                .distinct()
                .count();
    }

    private String independent() {
        return count(support.sources(), "source") + ", " + count(support.lineages(), "lineage");
    }

    private String verb(List<String> voices, String one, String many) {
        List<String> names = voices.stream().map(this::name).toList();
        return list(names) + " " + (names.size() == 1 ? one : many);
    }

    private String says(String voice) {
        return name(voice) + " says " + words(voice, Stance.AFFIRMS);
    }

    private String words(String voice, Stance stance) {
        return positions.stream()
                .filter(position -> position.voice().equals(voice) && position.stance() == stance)
                .findFirst()
                .map(Explanation::words)
                .orElse("nothing");
    }

    private String words(String voice, Value value) {
        return speaking().stream()
                .filter(position -> position.voice().equals(voice))
                .flatMap(position -> Stream.concat(position.values().stream(), position.earlier().stream()))
                .filter(reported -> reported.value().equals(value))
                .findFirst()
                .map(Explanation::words)
                .orElseGet(value::describe);
    }

    private static String words(Position position) {
        return list(
                position.values().stream().map(Explanation::words).distinct().toList());
    }

    private static String words(ReportedValue reported) {
        return reported.wordings().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(wording -> "“" + wording + "”")
                .orElseGet(() -> reported.value().describe());
    }

    private String name(String voice) {
        return parties.name(voice);
    }

    /** The first few of {@code items}, and how many more there are. */
    private static String list(Collection<String> items) {
        List<String> named = items.stream().limit(NAMED).toList();
        int more = items.size() - named.size();
        if (more > 0) return String.join(", ", named) + " and " + more + " more";
        if (named.size() < 2) return String.join("", named);
        return String.join(", ", named.subList(0, named.size() - 1)) + " and " + named.get(named.size() - 1);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
