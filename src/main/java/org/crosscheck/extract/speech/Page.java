package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crosscheck.extract.speech.Paragraphs.Paragraph;
import org.crosscheck.extract.text.Tokens;

/** A text with its sentences, words, parts of speech and quotations, numbered: what the rules look at. */
final class Page {
    /** A longer sentence, in words, is no sentence. */
    private static final int LONGEST = 250;

    /** The tag of words that are not tagged: those of boilerplate. */
    private static final String NONE = "X";

    final String text;
    final Lexicon lexicon;
    final List<Word> words;
    final List<Sentence> sentences = new ArrayList<>();
    final List<Quotation> quotations = new ArrayList<>();

    /** Of each sentence, the first word and the word after the last. */
    private final int[] first;

    private final int[] end;
    private final String[] tags;
    private final int[] sentenceOf;
    /** The quotation in which a word stands, marks included; -1 outside. */
    private final int[] quotationOf;

    Page(Tokens tokens, Lexicon lexicon, Sentences splitter, Tagger tagger) {
        this.text = tokens.text();
        this.lexicon = lexicon;
        this.words = Word.of(tokens, lexicon.abbreviations());
        List<Paragraph> paragraphs = Paragraphs.of(text);
        for (int i = 0; i < paragraphs.size(); i++) for (Paragraph s : splitter.of(text, paragraphs.get(i))) add(s, i);
        first = new int[sentences.size()];
        end = new int[sentences.size()];
        sentenceOf = new int[words.size()];
        quotationOf = new int[words.size()];
        Arrays.fill(quotationOf, -1);
        number();
        new Boilerplate(this).mark();
        quote();
        tags = new String[words.size()];
        Arrays.fill(tags, NONE);
        for (int s = 0; s < sentences.size(); s++) if (!sentences.get(s).boilerplate()) tag(tagger, s);
    }

    /** What has no end after hundreds of words is taken in pieces, so that rules may look around in their sentence. */
    private void add(Paragraph sentence, int paragraph) {
        int start = sentence.start();
        int word = wordAt(start);
        while (word + LONGEST < words.size() && words.get(word + LONGEST).start() < sentence.end()) {
            word += LONGEST;
            int end = words.get(word).start();
            if (end > start) sentences.add(new Sentence(start, end, paragraph, false));
            start = end;
        }
        sentences.add(new Sentence(start, sentence.end(), paragraph, false));
    }

    int first(int sentence) {
        return first[sentence];
    }

    int end(int sentence) {
        return end[sentence];
    }

    /** The word; {@link Word#NONE} outside the text. */
    Word word(int i) {
        return i < 0 || i >= words.size() ? Word.NONE : words.get(i);
    }

    String tag(int i) {
        return i < 0 || i >= tags.length ? NONE : tags[i];
    }

    int sentenceOf(int word) {
        return sentenceOf[word];
    }

    /** The number of the quotation around a word, its marks included; -1 outside quotations. */
    int quotationOf(int word) {
        return word < 0 || word >= quotationOf.length ? -1 : quotationOf[word];
    }

    boolean is(int i, String folded) {
        return word(i).is(folded);
    }

    boolean in(int i, String list) {
        return lexicon.in(list, word(i).folded());
    }

    boolean tagged(int i, String... any) {
        String tag = tag(i);
        for (String one : any) if (tag.equals(one)) return true;
        return false;
    }

    /** The index of the first word that ends after an offset. */
    int wordAt(int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).end() > offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /** The sentence in or after which an offset lies. */
    int sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).end() > offset) high = middle;
            else low = middle + 1;
        }
        return Math.min(low, sentences.size() - 1);
    }

    String text(int from, int to) {
        return from > to
                ? ""
                : text.substring(words.get(from).start(), words.get(to).end());
    }

    private void number() {
        int w = 0;
        for (int s = 0; s < sentences.size(); s++) {
            while (w < words.size() && words.get(w).end() <= sentences.get(s).start())
                sentenceOf[w++] = Math.max(0, s - 1);
            first[s] = w;
            while (w < words.size() && words.get(w).start() < sentences.get(s).end()) sentenceOf[w++] = s;
            end[s] = w;
        }
    }

    private void quote() {
        for (int s = 0; s < sentences.size(); ) {
            int to = s;
            while (to < sentences.size()
                    && sentences.get(to).paragraph() == sentences.get(s).paragraph()) to++;
            for (Quotation quotation : Quotation.in(words, first[s], end[to - 1])) {
                Arrays.fill(quotationOf, quotation.first(), quotation.last() + 1, quotations.size());
                quotations.add(quotation);
            }
            s = to;
        }
    }

    private void tag(Tagger tagger, int sentence) {
        int from = first[sentence];
        int to = end[sentence];
        String[] plain = new String[to - from];
        for (int i = from; i < to; i++) plain[i - from] = plain(words.get(i));
        System.arraycopy(tagger.tag(plain), 0, tags, from, to - from);
        new Repairs(this, tags).repair(from, to);
    }

    private static String plain(Word word) {
        return switch (word.text()) {
            case "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb", "``", "''" -> "\"";
            default -> {
                String text = word.text().length() > 40 ? word.text().substring(0, 40) : word.text();
                yield word.letters() ? text.replace('\u2019', '\'') : text;
            }
        };
    }
}
