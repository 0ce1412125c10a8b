package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the quotations without a cue of their own to whom the text quotes: the last speaker of the paragraph, of the quotation
 * that was left open in the paragraph before, or the next one of the paragraph. One to three words in marks are no speech.
 */
final class Carried {
    /** Fewer quoted words are the writer's distance, not speech. */
    private static final int FEWEST = 4;

    /** A cue that quotations may be carried from. */
    private record Heard(int at, Span cue, Speaker speaker) {}

    private final Page page;
    private final boolean[] taken;
    private final List<Heard> heard = new ArrayList<>();
    /** The quotation in which a claim ends, and whose it is. */
    private final Map<Integer, Heard> owners = new HashMap<>();

    Carried(Page page, boolean[] taken) {
        this.page = page;
        this.taken = taken;
    }

    void hear(List<Cue> cues, List<List<Speaker>> named) {
        for (int i = 0; i < cues.size(); i++) {
            if (named.get(i).isEmpty()) continue;
            Cue cue = cues.get(i);
            Heard one = new Heard(cue.first(), cue.words(), named.get(i).get(0));
            heard.add(one);
            for (Span content : cue.contents()) {
                int quotation = page.quotationOf(content.last());
                if (quotation >= 0) owners.put(quotation, one);
                int first = page.quotationOf(content.first());
                if (first >= 0) owners.putIfAbsent(first, one);
            }
        }
    }

    void claims(List<Claim> claims, Speakers speakers, Phrases phrases, Moods moods) {
        int next = 0;
        for (int q = 0; q < page.quotations.size(); q++) {
            Quotation quotation = page.quotations.get(q);
            while (next < heard.size() && heard.get(next).at() < quotation.first()) next++;
            if (taken[q] || quotation.last() <= quotation.first()) continue;
            int sentence = page.sentenceOf(quotation.first());
            if (page.sentences.get(sentence).boilerplate()) continue;
            Heard owner = owner(q, quotation, next, speakers, phrases);
            if (owner == null) continue;
            owners.put(q, owner);
            Word first = page.words.get(quotation.first());
            Word last = page.words.get(quotation.last());
            String rule = page.is(owner.cue().last(), ":") ? "speech.colon" : "speech.quote-carried";
            claims.add(new Claim(
                    first.start(),
                    last.end(),
                    List.of(owner.speaker()),
                    moods.certaintyAt(first.end(), first.end() + 1),
                    false,
                    true,
                    page.words.get(owner.cue().first()).start(),
                    page.words.get(owner.cue().last()).end(),
                    rule));
        }
    }

    private Heard owner(int q, Quotation quotation, int next, Speakers speakers, Phrases phrases) {
        Quotation before = q > 0 ? page.quotations.get(q - 1) : null;
        int paragraph = paragraph(quotation.first());
        boolean follows = before != null && !before.closed() && paragraph(before.last()) == paragraph - 1;
        if (follows && owners.containsKey(q - 1)) return owners.get(q - 1);
        Heard label = label(quotation, speakers, phrases);
        if (label != null) return label;
        if (quotation.words(page.words) < FEWEST && !sentence(quotation)) return null;
        for (int k = next - 1; k >= 0 && paragraph(heard.get(k).at()) == paragraph; k--) return heard.get(k);
        if (next < heard.size() && paragraph(heard.get(next).at()) == paragraph && startsParagraph(quotation.first()))
            return heard.get(next);
        boolean alone = startsParagraph(quotation.first())
                && (quotation.last() + 1 >= page.words.size() || paragraph(quotation.last() + 1) != paragraph);
        if (alone && before != null && paragraph(before.last()) == paragraph - 1 && owners.containsKey(q - 1))
            return owners.get(q - 1);
        if (alone && next > 0 && paragraph(heard.get(next - 1).at()) == paragraph - 1) return heard.get(next - 1);
        return null;
    }

    /** "Anna Berg: 'We were late.'" */
    private Heard label(Quotation quotation, Speakers speakers, Phrases phrases) {
        int colon = quotation.first() - 1;
        if (!page.is(colon, ":")) return null;
        int low = page.first(page.sentenceOf(colon));
        Span name = phrases.endingAt(colon - 1, low);
        if (name == null || name.first() != low || page.tagged(name.last(), "NUM")) return null;
        return new Heard(name.first(), new Span(colon, colon), speakers.of(name));
    }

    /** A capital, and a full stop within the marks. */
    private boolean sentence(Quotation quotation) {
        String stop = page.word(quotation.last() - 1).text();
        return page.word(quotation.first() + 1).capital() && (stop.equals(".") || stop.equals("!") || stop.equals("?"));
    }

    private int paragraph(int word) {
        return page.sentences.get(page.sentenceOf(word)).paragraph();
    }

    private boolean startsParagraph(int word) {
        return word == 0 || paragraph(word - 1) != paragraph(word);
    }
}
