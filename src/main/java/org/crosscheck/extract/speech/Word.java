package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/**
 * A word as the part-of-speech model counts them: "U.S.", "Mr.", "war-torn" and "1,234.5" are one, "didn't" is two.
 *
 * @param start where it starts in the text
 * @param end where it ends, exclusive
 * @param text as it stands
 * @param folded in lower case, with plain hyphens and apostrophes
 * @param spaced whether white space stands before it
 * @param letters whether it starts with a letter
 */
record Word(int start, int end, String text, String folded, boolean spaced, boolean letters) {
    /** Stands outside the text. */
    static final Word NONE = new Word(0, 0, "", "", true, false);

    boolean is(String word) {
        return folded.equals(word);
    }

    boolean capital() {
        return letters && Character.isUpperCase(text.codePointAt(0));
    }

    boolean digits() {
        return !text.isEmpty() && Character.isDigit(text.codePointAt(0));
    }

    /** All in capitals, and at least two of them. */
    boolean shouted() {
        if (!letters) return false;
        int capitals = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) return false;
            if (Character.isUpperCase(c)) capitals++;
        }
        return capitals > 1;
    }

    static List<Word> of(Tokens tokens, Set<String> abbreviations) {
        return new Joiner(tokens, abbreviations).words();
    }

    /** Joins tokens to words. */
    private static final class Joiner {
        private final Tokens tokens;
        private final Set<String> abbreviations;
        private final List<Word> words = new ArrayList<>();
        private int at;

        Joiner(Tokens tokens, Set<String> abbreviations) {
            this.tokens = tokens;
            this.abbreviations = abbreviations;
        }

        List<Word> words() {
            while (at < tokens.size()) next();
            return words;
        }

        private void next() {
            int first = at++;
            Token token = tokens.at(first);
            if (token.isWord()) {
                if (token.folded().endsWith("n") && adjacent("'t")) {
                    negation(token);
                    return;
                }
                letters(token);
            } else if (token.isDigits()) digits();
            else symbol(token);
            add(token.start(), tokens.at(at - 1).end(), token.spaced(), token.isWord());
        }

        private void letters(Token token) {
            boolean single = token.text().length() == 1;
            if (adjacent(".")
                    && (single && (token.isCapitalised() || dotted()) || abbreviations.contains(token.text() + "."))) {
                at++;
                while (single
                        && adjacentLetter()
                        && tokens.at(at + 1).is(".")
                        && !tokens.at(at + 1).spaced()) at += 2;
            } else if (single && token.isCapitalised() && at < tokens.size() && startsName(tokens.at(at))) at++;
            compound();
        }

        /** "O'Brien": a capital, an apostrophe, a capital. */
        private static boolean startsName(Token token) {
            return !token.spaced()
                    && token.text().length() > 2
                    && token.folded().startsWith("'")
                    && Character.isUpperCase(token.text().charAt(1));
        }

        private boolean dotted() {
            Token letter = tokens.at(at + 1);
            return !letter.spaced()
                    && letter.isWord()
                    && letter.text().length() == 1
                    && tokens.at(at + 2).is(".")
                    && !tokens.at(at + 2).spaced();
        }

        private boolean adjacentLetter() {
            Token letter = tokens.at(at);
            return at < tokens.size()
                    && !letter.spaced()
                    && letter.isWord()
                    && letter.text().length() == 1;
        }

        private void digits() {
            while ((adjacent(".") || adjacent(",") || adjacent(":"))
                    && tokens.at(at + 1).isDigits()
                    && !tokens.at(at + 1).spaced()) at += 2;
            Token unit = tokens.at(at);
            if (at < tokens.size()
                    && !unit.spaced()
                    && unit.isWord()
                    && unit.text().length() <= 2
                    && !unit.is("'s")) at++;
            compound();
        }

        /** "war-torn", "al-Assad", "59-year-old", "AT&T". */
        private void compound() {
            while ((adjacent("-") || adjacent("&"))
                    && !tokens.at(at + 1).spaced()
                    && (tokens.at(at + 1).isWord() || tokens.at(at + 1).isDigits())) at += 2;
        }

        private void symbol(Token token) {
            if ((token.is("@") || token.is("#")) && at < tokens.size()) {
                while (at < tokens.size()
                        && !tokens.at(at).spaced()
                        && (tokens.at(at).isWord()
                                || tokens.at(at).isDigits()
                                || tokens.at(at).is("_"))) at++;
                return;
            }
            boolean runs = token.is(".") || token.is("-") || token.is("'") || token.is("`");
            while (runs && adjacent(token.folded())) at++;
        }

        private void negation(Token token) {
            Token not = tokens.at(at++);
            add(token.start(), token.end() - 1, token.spaced(), true);
            add(token.end() - 1, not.end(), false, true);
        }

        private boolean adjacent(String symbol) {
            return at < tokens.size()
                    && tokens.at(at).is(symbol)
                    && !tokens.at(at).spaced();
        }

        private void add(int start, int end, boolean spaced, boolean letters) {
            if (start >= end) return;
            String text = tokens.text().substring(start, end);
            words.add(new Word(start, end, text, fold(text), spaced, letters));
        }

        private static String fold(String text) {
            return text.toLowerCase(java.util.Locale.ROOT)
                    .replace('\u2019', '\'')
                    .replace('\u02bc', '\'')
                    .replace('\u2010', '-')
                    .replace('\u2011', '-');
        }
    }
}
