package org.crosscheck.extract.fit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.Concept;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Value;

/** Which values can answer which questions at all, and how alike the words around a value are to those of a question. */
final class Answers {
    /** Content words that must be shared at least. */
    private static final int LEAST_SHARED = 2;
    /** The part of a question's words that must be shared. */
    private static final double LEAST_PART = 0.5;

    private final Vocabulary vocabulary;
    private final List<String> units;
    private final List<Question> questions;
    private final Set<String> people;
    private final Set<String> placesAsked;
    private final Map<Question, List<Set<String>>> wordsOf = new HashMap<>();
    private final Map<Question, Set<String>> namesOf = new HashMap<>();
    private final Map<String, List<Question>> byStem = new HashMap<>();

    Answers(String language, Vocabulary vocabulary, List<Question> questions, Stems stems) {
        this.vocabulary = vocabulary;
        this.people = Tables.words(language, "people.tsv");
        this.placesAsked = Tables.words(language, "places-asked.tsv");
        this.questions = questions;
        for (Question question : questions) {
            wordsOf.put(question, words(question, stems));
            namesOf.put(question, names(question, stems));
            Set<String> all = new HashSet<>(namesOf.get(question));
            wordsOf.get(question).forEach(all::addAll);
            all.forEach(stem ->
                    byStem.computeIfAbsent(stem, none -> new ArrayList<>()).add(question));
        }
        this.units = questions.stream()
                .map(Question::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether {@code value} is of the type, and of the unit or kind, that {@code question} asks for. */
    boolean fits(Value value, String thing, Question question) {
        if (value.type() != question.type()) return false;
        if (value instanceof Concept concept) return fits(concept, question);
        if (!(value instanceof Quantity quantity)) return true;
        if (question.unit() == null) return quantity.unit() == null || !isCounted(quantity, thing);
        if (quantity.unit() == null) return false;
        String unit = unit(quantity, thing, question);
        if (unit.equals(question.unit())) return true;
        Relation relation = Quantity.between(quantity.min(), quantity.max(), unit)
                .relate(Quantity.between(quantity.min(), quantity.max(), question.unit()), vocabulary.taxonomy());
        return relation == Relation.EQUAL || relation.refines() || sharesDimension(unit, question.unit());
    }

    /** Whether {@code value} is a plain number, and {@code question} asks for a number of something: "the toll rose to 37". */
    boolean lacksUnit(Value value, Question question) {
        return value instanceof Quantity quantity
                && question.type() == Value.Type.QUANTITY
                && quantity.unit() == null
                && question.unit() != null
                && (quantity.min() == null ? quantity.max() : quantity.min()).scale() <= 0;
    }

    /** Whether the story asks nothing else that {@code value} could answer. */
    boolean isOnlyOne(Question question, Value value, String thing) {
        return questions.stream()
                .filter(other -> fits(value, thing, other))
                .limit(2)
                .toList()
                .equals(List.of(question));
    }

    private boolean sharesDimension(String unit, String other) {
        boolean concepts =
                vocabulary.taxonomy().contains(unit) || vocabulary.taxonomy().contains(other);
        return !concepts
                && Quantity.between(BigDecimal.ONE, null, unit)
                                .relate(Quantity.between(BigDecimal.ONE, null, other), vocabulary.taxonomy())
                        != Relation.INCOMPARABLE;
    }

    private static boolean isCounted(Quantity quantity, String thing) {
        return thing != null || quantity.unit() != null;
    }

    /** Concepts of the schemes that answered before; else places where the question asks where, and others where not. */
    private boolean fits(Concept concept, Question question) {
        String scheme = vocabulary.taxonomy().scheme(concept.concept()).orElse("");
        if (!question.schemes().isEmpty()) return question.schemes().contains(scheme);
        // what other questions count is a thing, and no answer
        if (units.stream()
                .anyMatch(unit ->
                        vocabulary.taxonomy().relate(concept.concept(), unit).isInside())) return false;
        if (vocabulary.schemes().stream().anyMatch(each -> names(question, each))) return names(question, scheme);
        return scheme.equals(Places.SCHEME) == asksWhere(question);
    }

    boolean isPlace(Concept concept) {
        return vocabulary.taxonomy().scheme(concept.concept()).orElse("").equals(Places.SCHEME);
    }

    /** Whether the question names the scheme of a concept, or concepts of it answered before. */
    boolean isOfItsScheme(Concept concept, Question question) {
        String scheme = vocabulary.taxonomy().scheme(concept.concept()).orElse("");
        return question.schemes().contains(scheme) || names(question, scheme);
    }

    private static boolean names(Question question, String scheme) {
        String words = (question.label() + " " + question.question()).toLowerCase(Locale.ROOT);
        return words.matches(".*\\b" + Pattern.quote(scheme.replace('-', ' ')) + "s?\\b.*");
    }

    private boolean asksWhere(Question question) {
        String asked = question.question() == null ? question.label() : question.question();
        return Tokens.of(asked).list().stream().anyMatch(word -> placesAsked.contains(word.folded()));
    }

    /** {@code value} as an answer to {@code question}: its unit as near as the text says to a concept that there is. */
    Value as(Value value, String thing, Question question) {
        if (!(value instanceof Quantity q)) return value;
        if (q.unit() == null && (question == null || question.unit() == null)) return value;
        if (q.unit() == null)
            return new Quantity(q.min(), q.minExclusive(), q.max(), q.maxExclusive(), question.unit());
        return new Quantity(q.min(), q.minExclusive(), q.max(), q.maxExclusive(), unit(q, thing, question));
    }

    /** The concept of the most words that the counted thing ends with: "tomahawk cruise missile", "cruise missile", "missile". */
    String unit(Quantity quantity, String thing, Question question) {
        String around = question == null || question.unit() == null ? "" : question.unit();
        List<String> words = new ArrayList<>(List.of((thing == null ? "" : thing).split("[ -]")));
        while (!words.isEmpty()) {
            var known = vocabulary.thing(String.join(" ", words), around);
            if (known.isPresent()) return known.get();
            words.remove(0);
        }
        Optional<String> known = vocabulary.thing(quantity.unit(), around);
        if (known.isPresent()) return known.get();
        // who is counted is a person, whatever else
        return isPerson(around) && isPerson(quantity.unit()) ? around : quantity.unit();
    }

    private boolean isPerson(String unit) {
        return people.contains(unit);
    }

    /** The questions of which a word is among {@code near}. */
    Set<Question> near(Set<String> near) {
        Set<Question> found = new LinkedHashSet<>();
        near.forEach(stem -> found.addAll(byStem.getOrDefault(stem, List.of())));
        return found;
    }

    /** How much of the words of {@code question}, or of an earlier answer to it, is among {@code near}; 0 to 1. */
    double likeness(Question question, Set<String> near) {
        double best = 0;
        for (Set<String> words : wordsOf.get(question)) {
            Set<String> shared = new HashSet<>(words);
            shared.retainAll(near);
            if (shared.size() < LEAST_SHARED || shared.size() < LEAST_PART * words.size()) continue;
            best = Math.max(best, (double) shared.size() / words.size());
        }
        return best;
    }

    /** Whether one of the words that name {@code question} is among {@code near}. */
    boolean touches(Question question, Set<String> near) {
        return !Collections.disjoint(namesOf.get(question), near);
    }

    private static Set<String> names(Question question, Stems stems) {
        Set<String> words = new HashSet<>(stems.of(question.label()));
        if (question.question() != null) words.addAll(stems.of(question.question()));
        question.cues().forEach(cue -> words.addAll(stems.of(cue)));
        return words;
    }

    private static List<Set<String>> words(Question question, Stems stems) {
        List<Set<String>> all = new ArrayList<>();
        all.add(stems.of(question.label()));
        question.wordings().forEach(wording -> all.add(stems.of(wording)));
        all.removeIf(words -> words.size() < LEAST_SHARED);
        return all;
    }
}
