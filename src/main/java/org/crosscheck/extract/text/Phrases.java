package org.crosscheck.extract.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ahocorasick.trie.PayloadTrie;

/**
 * Phrases that texts are searched for, all in one pass (Aho and Corasick, 1975). They match without regard to case, white
 * space, hyphens and punctuation, at the boundaries of words, and with a plural s: "cease-fire talk" finds "ceasefire talks".
 * A phrase written with a capital finds capitals only: "Turkey" is no bird.
 *
 * @param <T> what a phrase stands for
 */
public final class Phrases<T> {

    /** A phrase found: the tokens from {@code first} to {@code last}, both included. */
    public record Hit<T>(int first, int last, T meaning, int words) {}

    private record Meaning<T>(T of, boolean proper, int words) {}

    private final PayloadTrie<List<Meaning<T>>> trie;
    private final UnaryOperator<String> form;

    private Phrases(PayloadTrie<List<Meaning<T>>> trie, UnaryOperator<String> form) {
        this.trie = trie;
        this.form = form;
    }

    /** Collects phrases. */
    public static final class Builder<T> {
        private final Map<String, List<Meaning<T>>> phrases = new HashMap<>();
        private final UnaryOperator<String> form;

        public Builder() {
            this(UnaryOperator.identity());
        }

        /** @param form what stands for a folded word: words of one form are found alike */
        public Builder(UnaryOperator<String> form) {
            this.form = form;
        }

        /** Adds a phrase; one without a letter or digit is never found. */
        public Builder<T> add(String phrase, T meaning) {
            Tokens tokens = Tokens.of(phrase);
            String letters = Letters.of(tokens, form).letters;
            if (letters.isEmpty()) return this;
            int words = (int) tokens.list().stream()
                    .filter(token -> token.isWord() || token.isDigits())
                    .count();
            boolean proper = Character.isUpperCase(phrase.strip().codePointAt(0));
            List<Meaning<T>> meanings = phrases.computeIfAbsent(letters, key -> new ArrayList<>(1));
            Meaning<T> added = new Meaning<>(meaning, proper, words);
            if (!meanings.contains(added)) meanings.add(added);
            return this;
        }

        public Phrases<T> build() {
            PayloadTrie.PayloadTrieBuilder<List<Meaning<T>>> trie = PayloadTrie.builder();
            phrases.forEach(trie::addKeyword);
            return new Phrases<>(trie.build(), form);
        }
    }

    /** Every phrase in the text, also where several overlap, by their place; of one place the longest first. */
    public List<Hit<T>> find(Tokens tokens) {
        Letters text = Letters.of(tokens, form);
        List<Hit<T>> hits = new ArrayList<>();
        for (var emit : trie.parseText(text.letters)) {
            int first = text.tokenStartingAt(emit.getStart());
            int last = text.tokenEndingAt(emit.getEnd());
            if (first < 0 || last < 0) continue;
            for (Meaning<T> meaning : emit.getPayload()) {
                if (meaning.proper && !isCapital(tokens.at(first))) continue;
                hits.add(new Hit<>(first, last, meaning.of, meaning.words));
            }
        }
        hits.sort(Comparator.<Hit<T>>comparingInt(Hit::first).thenComparing(Hit::last, Comparator.reverseOrder()));
        return hits;
    }

    private static boolean isCapital(Token token) {
        return !token.isWord() || token.isCapitalised();
    }

    /** The letters and digits of a text in a row, and which token each is of. */
    private static final class Letters {
        private final String letters;
        private final int[] tokenOf;
        private final String[] parts;

        private Letters(String letters, int[] tokenOf, String[] parts) {
            this.letters = letters;
            this.tokenOf = tokenOf;
            this.parts = parts;
        }

        static Letters of(Tokens tokens, UnaryOperator<String> form) {
            String[] parts = new String[tokens.size()];
            int length = 0;
            for (int i = 0; i < parts.length; i++) {
                parts[i] = part(tokens.at(i), form);
                length += parts[i].length();
            }
            StringBuilder letters = new StringBuilder(length);
            int[] tokenOf = new int[length];
            for (int i = 0; i < parts.length; i++) {
                for (int at = 0; at < parts[i].length(); at++) tokenOf[letters.length() + at] = i;
                letters.append(parts[i]);
            }
            return new Letters(letters.toString(), tokenOf, parts);
        }

        /** A possessive does not count: "Syria's government" is "Syria government". */
        private static String part(Token token, UnaryOperator<String> form) {
            if (token.isDigits()) return token.folded();
            return token.isWord() ? form.apply(token.folded()) : "";
        }

        private int tokenStartingAt(int letter) {
            int token = tokenOf[letter];
            return letter == 0 || tokenOf[letter - 1] != token ? token : -1;
        }

        private int tokenEndingAt(int letter) {
            int token = tokenOf[letter];
            int next = letter + 1;
            if (next == tokenOf.length || tokenOf[next] != token) return token;
            int rest = 0;
            while (next + rest < tokenOf.length && tokenOf[next + rest] == token) rest++;
            boolean plural = rest == 1 && parts[token].endsWith("s") || rest == 2 && parts[token].endsWith("es");
            return plural ? token : -1;
        }
    }
}
