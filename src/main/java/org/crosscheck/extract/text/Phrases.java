package org.crosscheck.extract.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private Phrases(PayloadTrie<List<Meaning<T>>> trie) {
        this.trie = trie;
    }

    /** Collects phrases. */
    public static final class Builder<T> {
        private final Map<String, List<Meaning<T>>> phrases = new HashMap<>();

        /** Adds a phrase; one without a letter or digit is never found. */
        public Builder<T> add(String phrase, T meaning) {
            Tokens tokens = Tokens.of(phrase);
            String letters = Letters.of(tokens).letters;
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
            return new Phrases<>(trie.build());
        }
    }

    /** Every phrase in the text, also where several overlap, by their place; of one place the longest first. */
    public List<Hit<T>> find(Tokens tokens) {
        Letters text = Letters.of(tokens);
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
        private final Tokens tokens;

        private Letters(String letters, int[] tokenOf, Tokens tokens) {
            this.letters = letters;
            this.tokenOf = tokenOf;
            this.tokens = tokens;
        }

        static Letters of(Tokens tokens) {
            int length = 0;
            for (Token token : tokens.list()) length += part(token).length();
            StringBuilder letters = new StringBuilder(length);
            int[] tokenOf = new int[length];
            for (int i = 0; i < tokens.size(); i++) {
                String part = part(tokens.at(i));
                for (int at = 0; at < part.length(); at++) tokenOf[letters.length() + at] = i;
                letters.append(part);
            }
            return new Letters(letters.toString(), tokenOf, tokens);
        }

        /** A possessive does not count: "Syria's government" is "Syria government". */
        private static String part(Token token) {
            if (token.isDigits()) return token.folded();
            return token.isWord() ? token.folded() : "";
        }

        private int tokenStartingAt(int letter) {
            int token = tokenOf[letter];
            return letter == 0 || tokenOf[letter - 1] != token ? token : -1;
        }

        private int tokenEndingAt(int letter) {
            int token = tokenOf[letter];
            int next = letter + 1;
            if (next == tokenOf.length || tokenOf[next] != token) return token;
            String part = part(tokens.at(token));
            int rest = 0;
            while (next + rest < tokenOf.length && tokenOf[next + rest] == token) rest++;
            boolean plural = rest == 1 && part.endsWith("s") || rest == 2 && part.endsWith("es");
            return plural ? token : -1;
        }
    }
}
