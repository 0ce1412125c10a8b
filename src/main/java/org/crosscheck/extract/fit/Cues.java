package org.crosscheck.extract.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crosscheck.extract.text.Phrases;
import org.crosscheck.extract.text.Tokens;

/**
 * Where a text points to the questions of a story: by their cues and labels. A longer cue points more surely, and one that
 * several questions of a type share less.
 */
final class Cues {
    /** How surely cues of one, two and more words point to their question. */
    private static final double[] STRENGTH = {0.62, 0.76, 0.86};
    /** What is left of that where several questions of a type share the cue. */
    private static final double SHARED = 0.9;
    /** Labels are written for people: what is left of their strength as cues. */
    private static final double OF_A_LABEL = 0.85;

    /**
     * A place that points to a question: the tokens from {@code first} to {@code last}, both included.
     *
     * @param strength how surely, 0 to 1
     */
    record Pointer(int first, int last, Question question, double strength) {}

    private record Cue(Question question, double weight) {}

    private final Phrases<Cue> phrases;

    Cues(List<Question> questions, Stems stems) {
        Map<String, Set<String>> sharing = new HashMap<>();
        for (Question question : questions) {
            for (String cue : question.cues())
                sharing.computeIfAbsent(question.type() + cue.strip(), none -> new HashSet<>())
                        .add(question.id());
        }
        Phrases.Builder<Cue> builder = new Phrases.Builder<>(stems::stem);
        for (Question question : questions) {
            for (String cue : question.cues()) {
                boolean shared = sharing.get(question.type() + cue.strip()).size() > 1;
                builder.add(uncapitalised(cue), new Cue(question, shared ? SHARED : 1));
            }
            if (question.label().strip().contains(" "))
                builder.add(uncapitalised(question.label()), new Cue(question, OF_A_LABEL));
        }
        this.phrases = builder.build();
    }

    /** A cue is no name: it is found in any case. */
    private static String uncapitalised(String cue) {
        String stripped = cue.strip();
        return stripped.isEmpty()
                ? stripped
                : stripped.substring(0, 1).toLowerCase(Locale.ROOT) + stripped.substring(1);
    }

    /** All that point somewhere, by their place in the text. */
    List<Pointer> find(Tokens tokens) {
        List<Pointer> pointers = new ArrayList<>();
        for (Phrases.Hit<Cue> hit : phrases.find(tokens)) {
            double strength = STRENGTH[Math.min(hit.words(), STRENGTH.length) - 1];
            pointers.add(new Pointer(
                    hit.first(),
                    hit.last(),
                    hit.meaning().question(),
                    strength * hit.meaning().weight()));
        }
        return pointers;
    }
}
