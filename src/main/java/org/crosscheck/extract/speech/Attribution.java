package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.crosscheck.extract.speech.Cue.Where;
import org.crosscheck.extract.speech.Lexicon.Act;

/** Reads the claims of a page: cues and their contents sentence by sentence, then the quotations that no cue has taken. */
final class Attribution {
    private final Page page;
    private final Moods moods;
    private final Phrases phrases;
    private final Contents contents;
    private final Speakers speakers;
    private final List<Claim> claims = new ArrayList<>();
    /** Of each quotation, whether a claim has it. */
    private final boolean[] taken;

    Attribution(Page page, Moods moods, Phrases phrases, Speakers speakers) {
        this.page = page;
        this.moods = moods;
        this.phrases = phrases;
        this.contents = new Contents(page, phrases);
        this.speakers = speakers;
        this.taken = new boolean[page.quotations.size()];
    }

    /** By where they start, the longer of two first. */
    List<Claim> claims(Silences silences) {
        Cues cues = new Cues(page, phrases);
        Carried carried = new Carried(page, taken);
        for (int s = 0; s < page.sentences.size(); s++) {
            if (page.sentences.get(s).boilerplate()) continue;
            List<Cue> found = cues.of(s);
            for (Cue cue : found) {
                fill(cue, s, found);
                // "did not deny that": the denial is negated, and not what it is about
                if (cue.act() == Act.DENY && !cue.denied())
                    moods.mute(
                            Math.max(page.first(s), cue.words().first() - 4),
                            cue.words().first());
            }
            List<List<Speaker>> named = new ArrayList<>();
            for (Cue cue : found) named.add(speakers(cue, named, found));
            silences.read(s, speakers, found);
            for (int i = 0; i < found.size(); i++)
                for (Span content : found.get(i).contents())
                    add(found.get(i), content, outer(found, named, i), named.get(i));
            carried.hear(found, named);
        }
        carried.claims(claims, speakers, phrases, moods);
        new Transcript(page).claims(claims, speakers, moods);
        claims.sort(Comparator.comparingInt(Claim::start)
                .thenComparing(Comparator.comparingInt(Claim::end).reversed()));
        return claims;
    }

    private List<Speaker> speakers(Cue cue, List<List<Speaker>> named, List<Cue> all) {
        if (cue.source() == null) return List.of();
        for (int k = Math.max(0, named.size() - 8); k < named.size(); k++)
            if (cue.source().equals(all.get(k).source())) return named.get(k);
        return speakers.all(cue.source());
    }

    /** The speakers whose content holds a cue, the widest first. */
    private List<Speaker> outer(List<Cue> all, List<List<Speaker>> named, int own) {
        Cue cue = all.get(own);
        List<Speaker> chain = new ArrayList<>();
        List<Integer> outer = new ArrayList<>();
        for (int k = Math.max(0, own - 8); k < Math.min(all.size(), own + 9); k++) {
            if (k == own || named.get(k).isEmpty() || all.get(k).words().equals(cue.words())) continue;
            for (Span content : all.get(k).contents()) if (content.contains(cue.words())) outer.add(k);
        }
        outer.sort(Comparator.comparingInt((Integer k) -> -width(all.get(k), cue)));
        for (int k : outer) {
            Speaker speaker = named.get(k).get(0);
            if (!chain.contains(speaker) && named.get(k) != named.get(own)) chain.add(speaker);
        }
        return chain;
    }

    private static int width(Cue outer, Cue inner) {
        for (Span content : outer.contents())
            if (content.contains(inner.words())) return content.last() - content.first();
        return 0;
    }

    private void fill(Cue cue, int sentence, List<Cue> all) {
        int low = page.first(sentence);
        int high = page.end(sentence);
        if (cue.rule().equals("speech.according-to")
                || cue.rule().equals("speech.view")
                || cue.rule().equals("speech.as-put")) {
            aside(cue, low, high, all);
            return;
        }
        if (cue.where() == Where.NOWHERE) {
            passiveObject(cue, low, all);
            return;
        }
        if (cue.where() != Where.RIGHT) left(cue, sentence, low, all);
        if (cue.where() != Where.LEFT) {
            int from = cue.words().last() + 1;
            if (cue.rule().equals("speech.inverted")) {
                from = cue.source().last() + 1;
                while (page.is(from, ",")) from++;
            } else from = start(cue, from, high);
            if (from < high) cue.contents().addAll(contents.right(cue, from, high, all));
        }
        for (Span content : cue.contents()) take(content);
    }

    private int start(Cue cue, int from, int high) {
        Lexicon.Verb verb = page.lexicon.verb(page.word(cue.words().last()).folded());
        if (cue.rule().equals("speech.noun")) return page.is(from, "that") ? from + 1 : from;
        if (cue.rule().equals("speech.denial")) {
            // "dismissed as nonsense reports of a split"
            if (page.is(from, "as") && from + 2 < high) from += 2;
            int noun = from;
            // "rejected claims that": the matter is what the claims say
            while (noun < Math.min(high, from + 12) && !page.is(noun, "that")) noun++;
            if (page.is(noun, "that") && page.lexicon.noun(page.word(noun - 1).folded()) != null) return noun + 1;
        }
        if (verb == null || cue.rule().equals("speech.called-for")) return page.is(from, "that") ? from + 1 : from;
        if (cue.rule().equals("speech.passive")) {
            int that = from;
            while (that < high && !page.is(that, "that") && page.quotationOf(that) < 0) that++;
            return page.is(that, "that") ? that + 1 : that;
        }
        return contents.start(from, high, verb);
    }

    private void left(Cue cue, int sentence, int low, List<Cue> all) {
        if (cue.first() == low) {
            // the sentence before ends in the quotation: "'Never!' | Mr. Berg said."
            int quotation = page.quotationOf(low - 1);
            if (quotation >= 0)
                cue.contents().add(new Span(page.quotations.get(quotation).first(), low - 1));
            return;
        }
        cue.contents().addAll(contents.left(cue, low, all));
    }

    /** "According to X, ...", "..., according to X" and "..., according to X, ...". */
    private void aside(Cue cue, int low, int high, List<Cue> all) {
        int lead = cue.rule().equals("speech.as-put") ? cue.first() - 1 : cue.first();
        int after = cue.last() + 1;
        while (page.is(after, ",")) after++;
        boolean front = lead <= low + 1;
        if (page.is(lead - 1, ",") && (page.in(lead - 2, "relative") || page.tagged(lead - 2, "SCONJ", "CCONJ"))) {
            // "where, according to X, ...": the rest of that clause
            int end = page.tagged(lead - 2, "CCONJ") ? high : clauseEnd(after, high);
            if (after < end) cue.contents().addAll(contents.right(cue, after, end, all));
            for (Span content : cue.contents()) take(content);
            return;
        }
        boolean more =
                after < high && page.is(after - 1, ",") && page.word(after).letters() | page.quotationOf(after) >= 0;
        if (!front && page.tagged(lead - 1, "CCONJ")) front = true;
        if (front) {
            if (after < high) cue.contents().addAll(contents.right(cue, after, high, all));
        } else {
            boolean introduces = more && page.is(lead - 1, ",") && isShortAdverbial(low, lead - 1);
            if (!introduces)
                cue.contents()
                        .addAll(contents.left(
                                new Cue(
                                        new Span(lead, cue.last()),
                                        cue.source(),
                                        cue.where(),
                                        cue.rule(),
                                        cue.act(),
                                        false),
                                low,
                                all));
            if (introduces || more && page.is(lead - 1, ",") && phrases.finite(after))
                cue.contents().addAll(contents.right(cue, after, high, all));
        }
        for (Span content : cue.contents()) take(content);
    }

    /** The comma behind which the sentence goes on without the clause that starts at {@code from}. */
    private int clauseEnd(int from, int high) {
        boolean verb = false;
        for (int k = from; k < high; k++) {
            if (page.quotationOf(k) >= 0) continue;
            if (verb && page.is(k, ",") && (phrases.finite(k + 1) || phrases.clauseAt(k + 1, high))) return k;
            verb |= phrases.finite(k);
        }
        return high;
    }

    private boolean isShortAdverbial(int from, int to) {
        for (int i = from; i < to; i++) if (phrases.finite(i)) return false;
        return to - from < 6 && page.tagged(from, "ADP", "ADV", "CCONJ", "SCONJ");
    }

    /** "The plan was called reckless by the union": the clause before "by". */
    private void passiveObject(Cue cue, int low, List<Cue> all) {
        int to = cue.source() == null ? cue.words().last() + 1 : cue.source().first() - 1;
        int from = low;
        for (int i = cue.words().first(); i > low; i--)
            if (page.is(i, ",") || page.is(i, ";") || page.in(i, "breaks")) {
                from = i + 1;
                break;
            }
        if (to - 1 > from) cue.contents().add(new Span(from, to - 1));
    }

    private void take(Span content) {
        for (int i = content.first(); i <= content.last(); i++) {
            int quotation = page.quotationOf(i);
            if (quotation < 0) continue;
            taken[quotation] = true;
            i = Math.max(i, page.quotations.get(quotation).last());
        }
    }

    private void add(Cue cue, Span content, List<Speaker> outer, List<Speaker> own) {
        int quotation = page.quotationOf(content.first());
        boolean quoted = quotation >= 0 && quotation == page.quotationOf(content.last());
        int start = page.words.get(content.first()).start();
        int end = page.words.get(content.last()).end();
        for (int i = 0; i < Math.max(1, own.size()); i++) {
            List<Speaker> chain = new ArrayList<>(outer);
            if (!own.isEmpty()) chain.add(own.get(i));
            claims.add(new Claim(
                    start,
                    end,
                    chain,
                    certainty(cue, content),
                    cue.denied(),
                    quoted,
                    page.words.get(cue.words().first()).start(),
                    page.words.get(cue.words().last()).end(),
                    cue.rule()));
        }
    }

    private Certainty certainty(Cue cue, Span content) {
        if (cue.act() == Act.PLAN) return Certainty.PLANNED;
        boolean nobody = cue.act() == Act.THINK && cue.source() == null;
        if (nobody || cue.act() == Act.DENY && !cue.denied()) return Certainty.HEDGED;
        int verb = content.first();
        while (verb < content.last() && !page.tagged(verb, "VERB", "AUX")) verb++;
        return moods.certaintyAt(
                page.words.get(verb).start(), page.words.get(verb).end());
    }
}
