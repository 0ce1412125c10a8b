package org.crosscheck.extract.speech;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crosscheck.extract.speech.Paragraphs.Paragraph;

/**
 * The sentences of a paragraph: those of Unicode (UAX 29), without the breaks after abbreviations (CLDR's and our own), after
 * initials, and between an exclamation and the words that say who exclaims.
 */
final class Sentences {
    private final Lexicon lexicon;
    /** Keeps its text, and its clone shares it, so each thread has its own. */
    private final ThreadLocal<BreakIterator> breaks;

    Sentences(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.breaks = ThreadLocal.withInitial(this::filtered);
    }

    private BreakIterator filtered() {
        ULocale locale = ULocale.forLanguageTag(lexicon.language());
        FilteredBreakIteratorBuilder builder = FilteredBreakIteratorBuilder.getInstance(locale);
        lexicon.abbreviations().forEach(builder::suppressBreakAfter);
        return builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
    }

    /** Where the sentences of a paragraph start and end in {@code text}. */
    List<Paragraph> of(String text, Paragraph paragraph) {
        String line = text.substring(paragraph.start(), paragraph.end())
                .replace('\n', ' ')
                .replace('\r', ' ')
                .replace('\u2028', ' ')
                .replace('\u2029', ' ')
                .replace('\u0085', ' ');
        BreakIterator iterator = breaks.get();
        iterator.setText(line);
        List<Paragraph> sentences = new ArrayList<>();
        int start = 0;
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            if (end < line.length() && goesOn(line, start, end)) continue;
            add(sentences, line, paragraph.start(), start, end);
            start = end;
        }
        return sentences;
    }

    private void add(List<Paragraph> sentences, String line, int offset, int start, int end) {
        int boilerplate = lexicon.pageWords(line, start, end);
        if (boilerplate > start) {
            add(sentences, line, offset, start, boilerplate);
            start = boilerplate;
        }
        while (start < end && line.charAt(start) <= ' ' || start < end && Character.isSpaceChar(line.charAt(start)))
            start++;
        while (end > start && (line.charAt(end - 1) <= ' ' || Character.isSpaceChar(line.charAt(end - 1)))) end--;
        if (start < end) sentences.add(new Paragraph(offset + start, offset + end));
    }

    /** Whether the sentence before {@code at} goes on behind it. */
    private boolean goesOn(String line, int start, int at) {
        if (Character.isLowerCase(line.codePointAt(at))) return true;
        int last = at - 1;
        while (last > start && Character.isWhitespace(line.charAt(last))) last--;
        String next = wordAt(line, at);
        if (line.charAt(last) == '.') return afterInitial(line, start, last, next);
        return isClosing(line.charAt(last))
                && last > 0
                && "!?,".indexOf(line.charAt(last - 1)) >= 0
                && cueNear(line, at);
    }

    /** "H. R. McMaster", "S.A. Miller", "U.S. officials", "10 a.m. Tuesday". */
    private boolean afterInitial(String line, int start, int dot, String next) {
        if (dot < 1 || !Character.isLetter(line.charAt(dot - 1))) return false;
        if (dot - 2 >= start && Character.isLetter(line.charAt(dot - 2))) return false;
        if (next.isEmpty() || !Character.isUpperCase(next.charAt(0))) return false;
        if (Character.isLowerCase(line.charAt(dot - 1))) return lexicon.isTime(next.toLowerCase(Locale.ROOT));
        return !lexicon.startsSentences(next);
    }

    /** "'Never!' Mr. Berg shouted." */
    private boolean cueNear(String line, int at) {
        int words = 0;
        for (int i = at; i < line.length() && words < 7; ) {
            if (line.charAt(i) == '.'
                    && words > 1
                    && (i + 1 == line.length() || line.charAt(i + 1) == ' ')
                    && i > 3
                    && Character.isLowerCase(line.charAt(i - 1))
                    && Character.isLetter(line.charAt(i - 3))) return false;
            if (isClosing(line.charAt(i)) || "\u201c\"".indexOf(line.charAt(i)) >= 0) return false;
            String word = wordAt(line, i);
            if (word.isEmpty()) {
                i++;
                continue;
            }
            if (words > 0 && lexicon.isSaid(word)) return true;
            words++;
            i += word.length();
        }
        return false;
    }

    private static boolean isClosing(char c) {
        return c == '\u201d' || c == '"' || c == '\u2019' || c == '\'' || c == '\u00bb';
    }

    private static String wordAt(String line, int at) {
        int end = at;
        while (end < line.length() && Character.isLetter(line.charAt(end))) end++;
        return line.substring(at, end);
    }

    /** Words that start a sentence more often than they follow an abbreviation. */
    static final Set<String> STARTERS = Set.of(
            "The",
            "A",
            "An",
            "He",
            "She",
            "It",
            "They",
            "We",
            "I",
            "You",
            "But",
            "And",
            "In",
            "On",
            "At",
            "This",
            "That",
            "These",
            "Those",
            "There",
            "His",
            "Her",
            "Its",
            "Their",
            "As",
            "If",
            "When",
            "While",
            "After",
            "Before",
            "For",
            "However",
            "Meanwhile",
            "Still",
            "Some",
            "Most",
            "Many",
            "So",
            "What",
            "Who",
            "Why",
            "How",
            "No",
            "Not",
            "Both",
            "Now",
            "Then",
            "Since",
            "With",
            "By",
            "To",
            "From",
            "One",
            "Two",
            "Or",
            "Yet",
            "Also",
            "Although",
            "Though");
}
