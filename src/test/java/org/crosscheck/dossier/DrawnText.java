package org.crosscheck.dossier;

import java.util.ArrayList;
import java.util.List;
import org.crosscheck.value.Draw;

/** Draws texts of which some sentences are copied from those drawn before, word by word or lightly edited. */
final class DrawnText {
    private static final int WORDS = 400;

    private final Draw draw;
    private final List<String> drawn = new ArrayList<>();

    DrawnText(Draw draw) {
        this.draw = draw;
    }

    /** What was drawn before is copied no more. */
    void forget() {
        drawn.clear();
    }

    String draw() {
        List<String> sentences = new ArrayList<>();
        for (int i = 0, all = 1 + draw.below(6); i < all; i++) {
            boolean copied = !drawn.isEmpty() && draw.chance(2);
            sentences.add(copied ? edited(draw.of(drawn)) : sentence());
        }
        drawn.addAll(sentences);
        return String.join(draw.chance(2) ? " " : "\n\n", sentences);
    }

    private String sentence() {
        StringBuilder sentence = new StringBuilder("Der W").append(draw.below(WORDS));
        for (int i = 0, all = 2 + draw.below(20); i < all; i++)
            sentence.append(' ').append(word());
        return sentence.append(" 北 \uD83D\uDE00.").toString();
    }

    private String word() {
        return "w" + draw.below(WORDS);
    }

    private String edited(String sentence) {
        String[] words = sentence.split(" ");
        for (int i = 1, changes = draw.below(4); i <= changes; i++)
            words[1 + draw.below(words.length - 2)] = draw.chance(2) ? word() : "Mr. " + word();
        return String.join(" ", words);
    }

    /** Some words of {@code text}. */
    String quote(String text) {
        int start = draw.below(text.length());
        while (start > 0 && text.charAt(start - 1) != ' ') start--;
        int end = Math.min(text.length(), start + 1 + draw.below(60));
        while (end < text.length() && text.charAt(end) != ' ') end++;
        return text.substring(start, end).strip();
    }
}
