package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.List;

/** Finds the silences that a text reports, by the cues of {@code silences.tsv}. */
final class Silences {
    private final Page page;
    private final Phrases phrases;
    private final Moods moods;
    private final List<Silence> silences = new ArrayList<>();

    Silences(Page page, Moods moods, Phrases phrases) {
        this.page = page;
        this.moods = moods;
        this.phrases = phrases;
    }

    List<Silence> silences() {
        return silences;
    }

    void read(int sentence, Speakers speakers, List<Cue> cues) {
        int low = page.first(sentence);
        int high = page.end(sentence);
        for (int i = low; i < high; i++) {
            if (page.quotationOf(i) >= 0) continue;
            if (page.in(i, "unsaid") && page.tagged(i, "VERB")) neither(i, sentence, low, high, speakers);
            for (Lexicon.Pattern pattern : page.lexicon.silences(page.word(i).folded())) {
                int last = match(pattern, i, high);
                if (last < 0) continue;
                moods.mute(i, last);
                add(pattern, i, last, sentence, low, high, speakers, cues);
                i = last;
                break;
            }
        }
    }

    /** "Neither side mentioned the price", "no official mentioned it". */
    private void neither(int verb, int sentence, int low, int high, Speakers speakers) {
        int before = verb - 1;
        while (before > low && page.tagged(before, "AUX", "AUX+PART", "ADV") && !page.in(before, "none")) before--;
        Span subject = before == low && page.is(low, "neither") ? new Span(low, low) : phrases.subject(verb, low);
        if (subject == null) return;
        Span source = neither(subject, low);
        if (!page.in(source.first(), "none") || page.in(verb - 1, "be")) return;
        moods.mute(source.first(), verb);
        Span matter = matter(verb + 1, high);
        int end = page.words
                .get(page.in(verb + 1, "about") && page.tagged(verb + 1, "ADP") ? verb + 1 : verb)
                .end();
        silences.add(new Silence(
                speakers.each(source),
                matter == null ? end : page.words.get(matter.first()).start(),
                matter == null ? end : page.words.get(matter.last()).end(),
                sentence,
                page.words.get(verb).start(),
                end,
                page.in(verb, "mention") ? "silence.no-mention" : "silence.not-said"));
    }

    /** The last word of a cue that starts at {@code i}; -1 where it does not. */
    private int match(Lexicon.Pattern pattern, int i, int high) {
        int at = i;
        for (String step : pattern.steps()) {
            // adverbs may stand between: "did not immediately say"
            while (at > i && at < high && page.tagged(at, "ADV") && !fits(step, at)) at++;
            if (at >= high || page.quotationOf(at) >= 0 || !fits(step, at)) return -1;
            at++;
        }
        return at - 1;
    }

    private boolean fits(String step, int at) {
        if (step.charAt(0) == '@') return page.in(at, step.substring(1));
        return page.is(at, step);
    }

    private void add(
            Lexicon.Pattern pattern,
            int first,
            int last,
            int sentence,
            int low,
            int high,
            Speakers speakers,
            List<Cue> cues) {
        Span source = source(pattern, first, last, low, high, cues);
        if (source == null && !pattern.rule().equals("silence.no-mention")) return;
        Span matter = pattern.matter().equals("none")
                ? null
                : pattern.matter().equals("subject") ? phrases.subject(first, low) : matter(last + 1, high);
        int at = page.words.get(last).end();
        silences.add(new Silence(
                source == null ? List.of() : speakers.each(source),
                matter == null ? at : page.words.get(matter.first()).start(),
                matter == null ? at : page.words.get(matter.last()).end(),
                sentence,
                page.words.get(first).start(),
                at,
                pattern.rule()));
    }

    private Span source(Lexicon.Pattern pattern, int first, int last, int low, int high, List<Cue> cues) {
        if (pattern.matter().equals("subject") || pattern.steps().get(0).equals("no")) {
            for (int k = last + 1; k < Math.min(high, last + 8); k++) {
                if (page.is(k, "by")) return phrases.startingAt(k + 1, high, true);
                if (page.is(k, "in")) return phrases.startingAt(k + 1, high, false);
            }
            return null;
        }
        Span subject = page.in(first, "preposition")
                        || page.tagged(first, "VERB")
                                && page.word(first).folded().endsWith("ing")
                        || page.tagged(first, "DET")
                ? null
                : phrases.subject(first, low);
        if (subject != null && (page.in(subject.last(), "relative") || page.is(subject.last(), "that"))) {
            Span document = phrases.endingAt(
                    page.is(subject.first() - 1, ",") ? subject.first() - 2 : subject.first() - 1, low);
            boolean said = document != null
                    && "statement"
                            .equals(page.lexicon.role(page.word(document.last()).folded()));
            if (said
                    && !cues.isEmpty()
                    && cues.get(cues.size() - 1).source() != null
                    && document.first() > cues.get(cues.size() - 1).words().last())
                return cues.get(cues.size() - 1).source();
            int at = page.is(subject.first() - 1, ",") ? subject.first() - 2 : subject.first() - 1;
            return at < low ? null : phrases.endingAt(at, low);
        }
        if (subject != null
                && phrases.beforeVerb(first, low) >= subject.last()
                && !page.tagged(phrases.beforeVerb(first, low), "CCONJ")) return neither(subject, low);
        // "..., but declined to say", "without naming": the subject of the clause before
        for (int k = cues.size() - 1; k >= 0; k--)
            if (cues.get(k).words().last() < first && cues.get(k).source() != null)
                return cues.get(k).source();
        for (int k = low; k < first; k++) {
            if (page.quotationOf(k) >= 0 || !phrases.finite(k)) continue;
            Span main = phrases.subject(k, low);
            if (main != null && !page.in(main.last(), "relative")) return main;
        }
        return null;
    }

    private Span neither(Span subject, int low) {
        if (page.is(subject.first() - 1, "of")
                && (page.in(subject.first() - 2, "none") || page.in(subject.first() - 2, "correlative")))
            return new Span(subject.first() - 2, subject.last());
        if (!page.is(subject.first() - 1, "nor") && !page.is(subject.first() - 1, "or")) return subject;
        for (int k = subject.first() - 2; k >= low; k--) if (page.is(k, "neither")) return new Span(k, subject.last());
        return subject;
    }

    /** The noun phrase or clause that a silence is about: up to the next comma that ends it, or the end. */
    private Span matter(int from, int high) {
        int at = from;
        while (at < high
                && (page.tagged(at, "ADP") && page.in(at, "about") || page.is(at, "that") && page.tagged(at, "SCONJ")))
            at++;
        int end = at;
        while (end < high && !closes(end, high)) end++;
        int last = end - 1;
        while (last >= at
                && !page.word(last).letters()
                && !page.word(last).digits()
                && page.quotationOf(last) < 0
                && !page.is(last, "%")) last--;
        return last < at ? null : new Span(at, last);
    }

    private boolean closes(int i, int high) {
        if (page.quotationOf(i) >= 0) return false;
        if (page.is(i, ";") || page.is(i, ".") || page.is(i, "\u2014")) return true;
        if (page.is(i, ",")) {
            if (page.tagged(i + 1, "CCONJ"))
                return phrases.clauseAt(i + 2, high) || page.is(i + 1, "but") || page.tagged(i + 2, "VERB", "AUX");
            return page.tagged(i + 1, "SCONJ", "VERB", "PRON")
                    || page.in(i + 1, "breaks")
                    || page.is(i + 1, "according")
                    || phrases.clauseAt(i + 1, high)
                    || page.in(i + 1, "relative");
        }
        if (page.is(i, "but")) return true;
        return page.is(i, "and") && (page.tagged(i + 1, "VERB", "AUX") || phrases.clauseAt(i + 1, high));
    }
}
