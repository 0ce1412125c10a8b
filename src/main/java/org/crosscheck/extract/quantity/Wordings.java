package org.crosscheck.extract.quantity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/**
 * Wordings of one or more tokens, and what each stands for. A hyphen between two words of a text is passed over: "square-foot"
 * is "square foot". Immutable once built; takes time in the length of the longest phrase.
 */
final class Wordings<T> {
    /** A phrase that was found; {@code end} is the index of the first token that is not part of it, on the side read to. */
    record Match<T>(T value, int end) {}

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>(4);
        private T value;
    }

    private final Node<T> forward = new Node<>();
    private final Node<T> backward = new Node<>();
    private final boolean exact;

    private Wordings(Map<String, ? extends T> phrases, boolean exact) {
        this.exact = exact;
        phrases.forEach((phrase, value) -> {
            List<String> keys = new ArrayList<>(
                    Tokens.of(phrase).list().stream().map(this::key).toList());
            add(forward, keys, value);
            Collections.reverse(keys);
            add(backward, keys, value);
        });
    }

    /** Wordings in any case. */
    static <T> Wordings<T> folded(Map<String, ? extends T> phrases) {
        return new Wordings<>(phrases, false);
    }

    /** Wordings that are only meant as they are written: "mW" is not "MW". */
    static <T> Wordings<T> exact(Map<String, ? extends T> phrases) {
        return new Wordings<>(phrases, true);
    }

    private static <T> void add(Node<T> root, List<String> keys, T value) {
        Node<T> node = root;
        for (String key : keys) node = node.next.computeIfAbsent(key, k -> new Node<>());
        node.value = value;
    }

    private String key(Token token) {
        return exact ? token.text() : token.folded();
    }

    /** The longest phrase that starts at token {@code i}; null where none does. */
    Match<T> at(Tokens tokens, int i) {
        return walk(forward, tokens, i, 1);
    }

    /** The longest phrase that ends before token {@code i}; the end of the match is its first token. */
    Match<T> before(Tokens tokens, int i) {
        Match<T> match = walk(backward, tokens, i - 1, -1);
        return match == null ? null : new Match<>(match.value(), match.end() + 1);
    }

    private Match<T> walk(Node<T> root, Tokens tokens, int from, int step) {
        Node<T> node = root;
        Match<T> longest = null;
        for (int i = from; ; i += step) {
            Token token = tokens.at(i);
            Node<T> next = node.next.get(key(token));
            boolean hyphen = next == null && node != root && token.is("-") && !token.spaced();
            if (hyphen && !tokens.at(i - step).is("-")) continue;
            if (next == null) return longest;
            node = next;
            if (node.value != null) longest = new Match<>(node.value, i + step);
        }
    }
}
