package org.crosscheck.extract.speech;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Marks the sentences that belong to the page and not to the article: by the phrases of {@code boilerplate.tsv}, by invitations
 * to the reader, and by shape: short lines without a full stop at the end, names of agencies in capitals, a line said twice.
 */
final class Boilerplate {
    /** A line is not longer than this, in characters. */
    private static final int LINE = 160;

    private final List<Sentence> sentences;
    /** From each sentence to the end, how many are lines. */
    private int[] linesFrom;

    private final Page page;
    private final Lexicon lexicon;

    Boilerplate(Page page) {
        this.page = page;
        this.sentences = page.sentences;
        this.lexicon = page.lexicon;
    }

    void mark() {
        Set<String> lines = new HashSet<>();
        boolean tail = false;
        for (int s = 0; s < sentences.size(); s++) {
            String folded = folded(s);
            boolean alone = alone(s);
            tail |= alone && s > 0 && startsTail(folded, s);
            boolean repeated = alone && folded.length() <= LINE && !lines.add(folded);
            if (tail || repeated || phrase(folded) || invites(s) || byline(s, alone)) set(s);
        }
        tail();
    }

    /** From the end upwards: what is marked already, and lines without a full stop. */
    private void tail() {
        int s = sentences.size() - 1;
        while (s > 0 && (sentences.get(s).boilerplate() || alone(s) && line(s))) set(s--);
        // the headline and the standfirst of an article without a body stay
        boolean body = false;
        for (int i = 0; i <= s; i++) body |= !line(i);
        if (body) return;
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (i > s && !phrase(folded(i)) && !invites(i) && sentences.size() <= 6)
                sentences.set(i, new Sentence(sentence.start(), sentence.end(), sentence.paragraph(), false));
        }
    }

    /** A heading such as "Most Read", where hardly anything but short lines follows. */
    private boolean startsTail(String folded, int s) {
        boolean heading = "tail".equals(lexicon.boilerplate().get(trimmed(folded)));
        if (!heading) return false;
        return 2 * linesFrom(s) >= sentences.size() - s;
    }

    private int linesFrom(int s) {
        if (linesFrom == null) {
            linesFrom = new int[sentences.size() + 1];
            for (int i = sentences.size() - 1; i >= 0; i--) linesFrom[i] = linesFrom[i + 1] + (line(i) ? 1 : 0);
        }
        return linesFrom[s];
    }

    private boolean phrase(String folded) {
        if (folded.length() > 400) return false;
        String trimmed = trimmed(folded);
        for (Map.Entry<String, String> entry : lexicon.boilerplate().entrySet()) {
            String phrase = entry.getKey();
            boolean hit = switch (entry.getValue()) {
                case "whole" -> trimmed.equals(phrase);
                case "start" -> folded.startsWith(phrase) && !letterAt(folded, phrase.length());
                case "any" -> folded.contains(phrase);
                default -> false;
            };
            if (hit) return true;
        }
        return false;
    }

    /** "Enter your e-mail address": said to the reader, outside quotations, about the page. */
    private boolean invites(int s) {
        boolean you = false;
        boolean web = false;
        int from = page.first(s);
        if (page.end(s) - from > 40) return false;
        for (int i = from; i < page.end(s); i++) {
            if ("\u201c\"\u00ab\u201e".contains(page.word(i).text())
                    && !page.word(i).text().isEmpty()) return false;
            if (page.in(i, "be") || page.is(i, "said")) you &= i > from;
            you |= page.in(i, "you");
            web |= page.in(i, "web");
        }
        boolean imperative = page.in(from, "imperative");
        return web && (you || imperative) || imperative && you && page.end(s) - from < 15;
    }

    /** "By Anna Berg", "Anna Berg, The Associated Press", "NYTIMES, REUTERS". */
    private boolean byline(int s, boolean alone) {
        int from = page.first(s);
        int to = page.end(s);
        if (!alone || to - from > 12 || to == from) return false;
        if (page.is(from, "by") && page.word(from + 1).capital() && names(from + 1, to)) return true;
        return s > 1 && agencies(from, to);
    }

    private boolean names(int from, int to) {
        for (int i = from; i < to; i++) {
            Word word = page.word(i);
            if (word.letters() && !word.capital() && !word.is("and") && !word.is("in") && !word.is("of")) return false;
        }
        return true;
    }

    private boolean agencies(int from, int to) {
        boolean any = false;
        for (int i = from; i < to; i++) {
            Word word = page.word(i);
            if (word.letters() && !word.shouted()) return false;
            any |= word.letters();
        }
        return any;
    }

    /** Whether a sentence is a paragraph of its own. */
    private boolean alone(int s) {
        int paragraph = sentences.get(s).paragraph();
        return (s == 0 || sentences.get(s - 1).paragraph() != paragraph)
                && (s + 1 == sentences.size() || sentences.get(s + 1).paragraph() != paragraph);
    }

    /** Whether a sentence is short and has no full stop. */
    private boolean line(int s) {
        Sentence sentence = sentences.get(s);
        if (sentence.end() - sentence.start() > LINE) return false;
        char last = page.text.charAt(sentence.end() - 1);
        if (".!?\u2026".indexOf(last) >= 0) return false;
        char before = sentence.end() - sentence.start() > 1 ? page.text.charAt(sentence.end() - 2) : ' ';
        return !("\"\u201d\u2019')".indexOf(last) >= 0 && ".!?,".indexOf(before) >= 0);
    }

    private String folded(int s) {
        Sentence sentence = sentences.get(s);
        int end = Math.min(sentence.end(), sentence.start() + 420);
        return page.text
                .substring(sentence.start(), end)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
    }

    private static String trimmed(String folded) {
        int end = folded.length();
        while (end > 0 && !Character.isLetterOrDigit(folded.charAt(end - 1))) end--;
        return folded.substring(0, end);
    }

    private static boolean letterAt(String text, int at) {
        return at < text.length() && Character.isLetter(text.charAt(at)) && Character.isLetter(text.charAt(at - 1));
    }

    private void set(int s) {
        Sentence sentence = sentences.get(s);
        sentences.set(s, new Sentence(sentence.start(), sentence.end(), sentence.paragraph(), true));
    }
}
