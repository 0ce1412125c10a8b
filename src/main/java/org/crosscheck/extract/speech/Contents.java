package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.List;
import org.crosscheck.extract.speech.Cue.Where;
import org.crosscheck.extract.speech.Lexicon.Act;
import org.crosscheck.extract.speech.Lexicon.Verb;

/**
 * The words that a cue ascribes: what follows it past addressees, times and places, up to the end of the sentence, to a
 * relative clause, or to the text's next clause of its own; and what stands before it.
 */
final class Contents {
    private final Page page;
    private final Phrases phrases;

    Contents(Page page, Phrases phrases) {
        this.page = page;
        this.phrases = phrases;
    }

    // ---- to the right

    /** Where the content may start, of a verb before {@code at}: past whom, when and where it was said, and past "that". */
    int start(int at, int high, Verb verb) {
        if (verb.act() == Act.LABEL || verb.act() == Act.BLAME) return at;
        if (verb.act() == Act.PLAN && page.is(at, "to")) return at;
        boolean plain =
                verb.act() == Act.SAY || verb.act() == Act.TELL || verb.act() == Act.ASK || verb.act() == Act.DENY;
        int now = at;
        if (plain && !opens(now)) now = addressee(now, high, verb);
        for (int guard = 0; guard < 8 && now < high; guard++) {
            if (opens(now)) break;
            int next = plain || verb.act() == Act.THINK || verb.act() == Act.PLAN ? aside(now, high, verb) : now;
            if (next == now) break;
            now = next;
        }
        if (page.is(now, ":") || page.is(now, ",") && now + 1 <= high) {
            now++;
            // "said, citing two aides, that"
            for (int closed = now; !opens(now) && closed < Math.min(high, now + 20); closed++)
                if (page.is(closed, ",") && opens(closed + 1)) now = closed + 1;
        }
        if (!page.is(now, "that") || page.tagged(now + 1, "NOUN") && page.tagged(now + 2, "PUNCT")) return now;
        // "in a statement that did not mention": a relative clause, no content
        if (now > at && (page.tagged(now + 1, "VERB", "AUX") || page.in(now + 1, "have"))) return high;
        return now + 1;
    }

    private boolean opens(int i) {
        return page.is(i, "that") || page.quotationOf(i) >= 0 || page.is(i, ":");
    }

    /** "told reporters", "told CNN", "assured the panel". */
    private int addressee(int at, int high, Verb verb) {
        if (verb.base().equals("warn") && thatSoon(at, high)) return that(at, high);
        if (verb.act() != Act.TELL && !verb.base().equals("tell") && verb.act() != Act.ASK) return at;
        if (page.tagged(at, "PRON") && !page.in(at, "possessive")) return at + 1;
        if (page.in(at, "outlets")) return at + 1;
        Span whom = phrases.startingAt(at, high, false);
        if (whom == null) return at;
        int that = that(at, Math.min(high, at + 25));
        if (that < Math.min(high, at + 25) && !clauseBefore(at, that)) return that;
        // "told the panel the plan was dead": the addressee ends where a new noun phrase starts
        for (int k = at + 1; k <= whom.last(); k++)
            if (page.tagged(k, "ADP") && !page.is(k, "of") && phrases.finite(whom.last() + 1)) return k;
        return whom.last() + 1;
    }

    private boolean clauseBefore(int from, int to) {
        for (int k = from; k < to; k++) if (phrases.finite(k)) return true;
        return false;
    }

    private boolean thatSoon(int at, int high) {
        int that = that(at, Math.min(high, at + 6));
        return that < Math.min(high, at + 6) && !clauseBefore(at, that);
    }

    private int that(int at, int high) {
        while (at < high && !page.is(at, "that") && !opens(at)) at++;
        return at;
    }

    /** Past one adverb, time, place or occasion of the saying. */
    private int aside(int at, int high, Verb verb) {
        if (page.in(at, "time") && !page.tagged(at, "AUX")) {
            int next = at + 1;
            if (page.word(next).digits()) next++;
            if (page.in(next, "period")) next++;
            if (page.is(next, "'s")) return at;
            if (page.is(next, ",") && page.word(next + 1).digits()) next = next + 2 + (page.is(next + 2, ",") ? 1 : 0);
            return next;
        }
        if (page.in(at, "manner") && opens(at + 1)) return at + 1;
        if (page.in(at, "lastnext") && (page.in(at + 1, "period") || page.in(at + 1, "time"))) return at + 2;
        if (page.is(at, "at") && page.is(at + 1, "the") && page.is(at + 2, "time")) return at + 3;
        if (page.tagged(at, "ADV") && page.in(at, "manner")) return at + 1;
        if (page.tagged(at, "ADV") && page.word(at).folded().endsWith("ly") && (opens(at + 1) || page.is(at + 1, ",")))
            return at + 1;
        if (!page.in(at, "adverbial") || !page.tagged(at, "ADP", "SCONJ") || page.in(at + 1, "least")) return at;
        if ((page.is(at, "about") || page.is(at, "of") || page.is(at, "against"))
                && (verb.act() == Act.THINK || page.lexicon.in("speakof", verb.base()))) return at;
        int next = at + 1;
        if (page.in(next, "time")) {
            next++;
            while (page.in(next, "period") || page.word(next).digits() || page.in(next, "time")) next++;
        } else {
            Span phrase = phrases.startingAt(next, high, false);
            if (phrase == null) return at;
            next = phrase.last() + 1;
        }
        if (next >= high) return next;
        if (opens(next) || page.is(next, ",") || page.tagged(next, "PUNCT") || page.in(next, "time")) return next;
        if (page.in(next, "adverbial") && page.tagged(next, "ADP")) return aside(next, high, verb) > next ? next : at;
        if (page.in(next, "lastnext") && page.in(next + 1, "period")) return next;
        return phrases.clauseAt(next, high) && !phrases.finite(next) ? next : at;
    }

    /** The contents to the right of a cue, from {@code from}: more than one where a relative clause of the text cuts in. */
    List<Span> right(Cue cue, int from, int high, List<Cue> all) {
        List<Span> pieces = new ArrayList<>();
        int start = from;
        int end = high;
        int at = from;
        boolean whole = page.quotationOf(from) >= 0
                && page.quotations.get(page.quotationOf(from)).first() == from;
        while (at < high) {
            int quotation = page.quotationOf(at);
            if (quotation >= 0) {
                int after = page.quotations.get(quotation).last() + 1;
                if (whole
                        && at == from
                        && (after >= high
                                || complete(after - 1)
                                        && !page.tagged(after, "VERB", "AUX", "ADP")
                                        && !(page.tagged(after, "CCONJ") && page.quotationOf(after + 1) >= 0))) {
                    pieces.add(new Span(from, after - 1));
                    return pieces;
                }
                at = after;
                continue;
            }
            if (stops(at, cue, all, high, from)) {
                end = at;
                break;
            }
            if (page.is(at, ",") && relative(at + 1)) {
                int resume = relativeEnd(at + 1, high);
                add(pieces, start, at);
                if (resume < 0) return pieces;
                start = resume;
                at = resume;
                continue;
            }
            at++;
        }
        add(pieces, start, Math.min(Math.max(end, at >= high ? high : end), Math.max(high, end)));
        return pieces;
    }

    /** Whether a quotation ends as speech does: with a comma or a full stop within its marks. */
    private boolean complete(int mark) {
        return ",.!?\u2026".contains(page.word(mark - 1).text())
                && !page.word(mark - 1).text().isEmpty();
    }

    private boolean relative(int i) {
        return page.in(i, "relative") && page.tagged(i, "PRON", "DET", "ADV", "SCONJ")
                || page.tagged(i, "ADP") && page.in(i + 1, "relative") && !page.is(i + 1, "where");
    }

    /** The word after the comma that closes a relative clause in the middle of its clause; -1 where it ends the sentence. */
    private int relativeEnd(int from, int high) {
        for (int k = from + 1; k < high; k++) {
            if (page.quotationOf(k) >= 0) continue;
            if (page.is(k, ",") && (phrases.finite(k + 1))) return k + 1;
        }
        return -1;
    }

    /** Whether the content ends before a word: at the text's own next clause, or at the next cue. */
    private boolean stops(int at, Cue cue, List<Cue> all, int high, int from) {
        if (at == from) return false;
        boolean comma = page.is(at, ",");
        boolean separator = comma || page.is(at, ";") || page.is(at, "\u2014") || page.tagged(at, "CCONJ");
        if (!separator && cue.rule().equals("speech.noun") && secondVerb(at, from)) return true;
        if (page.is(at, "while") || page.is(at, "whereas"))
            for (Cue other : all) if (other.source() != null && other.source().first() == at + 1) return true;
        // "..., an accusation that ..." is what the text says of it
        if (page.is(at, ",")
                && (page.is(at + 1, "a") || page.is(at + 1, "an"))
                && page.lexicon.noun(page.word(at + 2).folded()) != null) return true;
        if (page.is(at, ",") && isRole(at + 1, high)) return true;
        if (page.is(at, "without") && page.in(at + 1, "naming")) return true;
        if (!separator) return page.is(at, "according") && page.is(at + 1, "to") || isAsPut(at, all);
        int next = at + 1;
        while (page.tagged(next, "CCONJ", "ADV") || page.is(next, "while") || page.is(next, "as")) next++;
        for (Cue other : all) {
            if (other == cue || other.words().first() <= cue.words().last()) continue;
            if (other.first() == next
                    || other.first() == at + 1
                    || other.words().first() == next
                    || other.words().first() == at + 1) {
                if (other.source() != null
                        && cue.source() != null
                        && other.source().first() < cue.words().first()
                        && !comma
                        && !page.is(at, ";")
                        && !page.tagged(at, "CCONJ")) return false;
                return true;
            }
        }
        if (comma
                && page.tagged(at + 1, "CCONJ")
                && page.is(at + 1, "and")
                && otherCue(at, all, cue)
                && phrases.clauseAt(at + 2, high)) return true;
        if (comma
                && phrases.finite(at + 1)
                && cue.source() != null
                && page.in(cue.source().first() - 1, "relative")) return true;
        if (comma && page.in(at + 1, "breaks")) return breaksHere(at + 1, high);
        if (comma && cue.rule().equals("speech.noun"))
            return page.tagged(at + 1, "VERB") || phrases.clauseAt(at + 1, high);
        if (comma && cue.act() == Act.DENY && page.tagged(at + 1, "VERB")) return true;
        return false;
    }

    /** "it would be Anna Berg, the deputy minister": what somebody is, up to the end of the sentence. */
    private boolean isRole(int from, int high) {
        if (!page.tagged(from - 2, "PROPN") || !page.tagged(from, "DET") && !page.in(from, "possessive")) return false;
        Span phrase = phrases.startingAt(from, high, false);
        if (phrase == null) return false;
        int next = phrase.last() + 1;
        if (next < high - 1 || next == high - 1 && !page.tagged(next, "PUNCT")) return false;
        int head = from + 1;
        while (head < phrase.last() && !page.tagged(head + 1, "ADP")) head++;
        String role = page.lexicon.role(page.word(head).folded());
        return "spokesman".equals(role) || "person".equals(role);
    }

    /** "the claim that votes were bought | has not been proved": the verb of the noun's own clause. */
    private boolean secondVerb(int at, int from) {
        if (!page.tagged(at, "AUX", "AUX+PART") && !page.in(at, "have")
                || page.tagged(at - 1, "AUX", "AUX+PART", "PART", "ADV", "CCONJ", "PRON")) return false;
        boolean verb = false;
        for (int i = from; i < at; i++) {
            if (page.in(i, "relative") || page.is(i, "that") || page.tagged(i, "SCONJ")) return false;
            verb |= phrases.finite(i);
        }
        return verb;
    }

    private boolean isAsPut(int at, List<Cue> all) {
        if (!page.is(at, "as")) return false;
        for (Cue other : all) if (other.rule().equals("speech.as-put") && other.first() == at + 1) return true;
        return false;
    }

    private static boolean otherCue(int at, List<Cue> all, Cue cue) {
        for (Cue other : all)
            if (other != cue
                    && other.words().first() > at
                    && other.source() != null
                    && other.source().first() > at) return true;
        return false;
    }

    private boolean breaksHere(int i, int high) {
        if (page.is(i, "even")) return page.is(i + 1, "as") || page.is(i + 1, "though");
        if (page.is(i, "as")) return phrases.clauseAt(i + 1, high);
        if (page.is(i, "with") || page.is(i, "despite") || page.tagged(i, "VERB")) return true;
        return phrases.clauseAt(i + 1, high) || page.tagged(i + 1, "VERB", "AUX");
    }

    private void add(List<Span> pieces, int from, int to) {
        int first = from;
        int last = to - 1;
        while (first <= last && trims(first)) first++;
        while (last >= first && trims(last)) last--;
        if (first <= last) pieces.add(new Span(first, last));
    }

    private boolean trims(int i) {
        if (page.quotationOf(i) >= 0) return false;
        return switch (page.word(i).text()) {
            case ",", ".", ";", ":", "\u2014", "\u2013", "--", "-", "?", "!", "(", ")", "\u2022" -> !(page.is(i, "?"));
            default -> false;
        };
    }

    // ---- to the left

    /** The contents to the left of a cue: the quotation before it, or the clause. Empty where there is neither. */
    List<Span> left(Cue cue, int low, List<Cue> all) {
        List<Span> pieces = new ArrayList<>();
        int to = cue.first();
        int before = to - 1;
        while (page.is(before, ",") && page.quotationOf(before) < 0) before--;
        int quotation = page.quotationOf(before);
        int from = clauseStart(cue, low, all);
        if (quotation >= 0) {
            Quotation quote = page.quotations.get(quotation);
            if (quote.first() <= from || onlyConnectives(from, quote.first())) {
                pieces.add(new Span(quote.first(), before));
                return pieces;
            }
        }
        // "He was tired, ... but 'happy,' she said": past the conjunction
        while (from < to && (page.tagged(from, "CCONJ") || page.is(from, ",") || page.is(from, "\u2022"))) from++;
        add(pieces, from, to);
        return pieces;
    }

    private boolean onlyConnectives(int from, int to) {
        for (int i = from; i < to; i++) if (!page.tagged(i, "CCONJ", "ADV", "PUNCT")) return false;
        return true;
    }

    private int clauseStart(Cue cue, int low, List<Cue> all) {
        int from = dateline(low);
        for (int i = cue.first() - 1; i > low; i--) {
            if (page.quotationOf(i) >= 0) continue;
            if (page.is(i, ";") && clauseBefore(i + 1, cue.first())) return i + 1;
        }
        for (Cue other : all) {
            if (other == cue || other.first() >= cue.first()) continue;
            // the content of an earlier cue that this one does not take over: "X said a, but b, Y said"
            if (other.where() == Where.LEFT
                    && other.last() < cue.first()
                    && clauseBefore(other.last() + 1, cue.first())) {
                int next = other.last() + 1;
                from = Math.max(from, next);
            } else if (other.where() == Where.RIGHT) {
                for (int i = other.last() + 1; i < cue.first(); i++)
                    if (page.quotationOf(i) < 0
                            && page.is(i, ",")
                            && (page.is(i + 1, "but") || page.is(i + 1, "and") || page.is(i + 1, "while"))
                            && phrases.clauseAt(i + 2, cue.first())) from = Math.max(from, i + 2);
            }
        }
        return from;
    }

    /** Past "BERLIN (AP) —". */
    int dateline(int low) {
        if (!page.word(low).shouted()) return low;
        for (int i = low; i < low + 12; i++)
            if (page.is(i, "\u2014")
                    || page.is(i, "--")
                    || page.is(i, "\u2013")
                    || page.is(i, "\u2022")
                    || page.is(i, "-") && page.word(i).spaced()) return i + 1;
        return low;
    }
}
