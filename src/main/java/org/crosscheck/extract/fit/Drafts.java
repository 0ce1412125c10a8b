package org.crosscheck.extract.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.Duration;
import org.crosscheck.value.Ordinal;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Time;
import org.crosscheck.value.Value;

/** New questions, for what answers none that the story asks: named by the content words around it. */
final class Drafts {
    private static final int WORDS = 5;
    private static final int REACH = 10;
    /** UTF-16 units of a word that a label may have. */
    private static final int LONGEST_WORD = 50;

    private final Stems stems;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Question> drafts = new HashMap<>();

    Drafts(List<Question> questions, Stems stems) {
        this.stems = stems;
        questions.forEach(question -> taken.add(question.id()));
    }

    /** Whether the matter that some tokens name was spoken of. */
    Optional<Question> topic(Tokens tokens, int from, int to) {
        List<String> words = new ArrayList<>();
        for (int i = from; i < to && words.size() < WORDS; i++) {
            if (stems.isContent(tokens.at(i))) words.add(tokens.at(i).text());
        }
        return draft(words, Value.Type.TOPIC, null);
    }

    /** What a value of {@code unit}, at the tokens from {@code first} to {@code last}, answers in its sentence. */
    Optional<Question> value(Value value, String unit, Tokens tokens, int first, int last, int from, int to) {
        boolean asks = value instanceof Quantity && unit != null
                || value instanceof Time
                || value instanceof Duration
                || value instanceof Ordinal ordinal && ordinal.number() != 1;
        if (!asks) return Optional.empty();
        Map<Integer, String> words = new TreeMap<>();
        if (value instanceof Quantity) addWords(tokens, first, last, words);
        for (int reach = 1; reach <= REACH && words.size() < WORDS; reach++) {
            if (last + reach < to) add(tokens, last + reach, words);
            if (first - reach >= from && words.size() < WORDS) add(tokens, first - reach, words);
        }
        return draft(List.copyOf(words.values()), value.type(), unit);
    }

    private void addWords(Tokens tokens, int first, int last, Map<Integer, String> words) {
        for (int i = first; i <= last && words.size() < WORDS; i++) add(tokens, i, words);
    }

    private void add(Tokens tokens, int i, Map<Integer, String> words) {
        Token token = tokens.at(i);
        if (stems.isContent(token) && !words.containsValue(token.text())) words.put(i, token.text());
    }

    private Optional<Question> draft(List<String> words, Value.Type type, String unit) {
        if (words.size() < 2 || words.stream().anyMatch(word -> word.length() > LONGEST_WORD)) return Optional.empty();
        String label = String.join(" ", words);
        return labelled(label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1), type, unit);
    }

    /** What is asked under {@code label}; none where no id can be made of it. */
    Optional<Question> labelled(String label, Value.Type type, String unit) {
        String base = Slug.of(label, "");
        if (base.isEmpty()) return Optional.empty();
        Question same = drafts.get(base);
        if (same != null && same.type() == type) return Optional.of(same);
        String id = base;
        for (int n = 2; !taken.add(id); n++) id = base + "-" + n;
        Question draft = new Question(
                id, type, type == Value.Type.QUANTITY ? unit : null, label, null, List.of(), List.of(), Set.of(), true);
        drafts.putIfAbsent(base, draft);
        return Optional.of(draft);
    }
}
