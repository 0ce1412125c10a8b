package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.List;
import org.crosscheck.extract.speech.Cue.Where;
import org.crosscheck.extract.speech.Lexicon.Act;
import org.crosscheck.extract.speech.Lexicon.Form;
import org.crosscheck.extract.speech.Lexicon.Verb;

/** Finds the cues of a sentence, outside its quotations, and the source of each. */
final class Cues {
    private final Page page;
    private final Phrases phrases;

    Cues(Page page, Phrases phrases) {
        this.page = page;
        this.phrases = phrases;
    }

    /** In the order of the text. */
    List<Cue> of(int sentence) {
        List<Cue> cues = new ArrayList<>();
        int low = page.first(sentence);
        int high = page.end(sentence);
        for (int i = low; i < high; i++) {
            if (page.quotationOf(i) >= 0) continue;
            Cue cue = at(i, low, high, cues);
            if (cue == null) continue;
            cues.add(cue);
            i = Math.max(i, cue.words().last());
        }
        return cues;
    }

    private Cue at(int i, int low, int high, List<Cue> before) {
        if (page.is(i, "according") && page.is(i + 1, "to")) return according(i, high);
        if (page.is(i, "in")) return view(i, low, high);
        if (page.is(i, "as") && asPut(i, low, high) != null) return asPut(i, low, high);
        Act noun = page.lexicon.noun(page.word(i).folded());
        if (noun != null && page.is(i + 1, "that") && (page.tagged(i, "NOUN") || page.in(i - 1, "preposition")))
            return noun(i, low, high, noun, before);
        Verb verb = page.lexicon.verb(page.word(i).folded());
        if (verb == null || !isVerb(i, verb)) return null;
        if (page.is(i - 1, "of") && page.is(i - 2, "short")) return null;
        // "neither confirmed nor denied", "would not confirm or deny"
        if (page.is(i - 1, "neither") || page.in(i - 2, "confirm") && (page.is(i - 1, "nor") || page.is(i - 1, "or")))
            return null;
        if (verb.base().equals("rule") && page.is(i + 1, "out"))
            verb = new Verb(verb.base(), Act.DENY, "any", verb.form());
        return verb(i, low, high, verb, before);
    }

    private boolean isVerb(int i, Verb verb) {
        if (page.tagged(i, "VERB")) return !page.tagged(i - 1, "DET") && !(page.is(i + 1, "-"));
        boolean common = verb.form() == Form.PAST
                || verb.form() == Form.PRESENT && page.word(i - 1).letters();
        return common
                && (verb.base().equals("say")
                        || verb.base().equals("tell")
                        || page.is(i + 1, "that")
                                && page.tagged(i, "NOUN", "ADJ", "AUX")
                                && page.tagged(i - 1, "PROPN", "PRON", "NOUN")
                                && page.lexicon.noun(page.word(i).folded()) == null);
    }

    // ---- according to, in the view of, as X put it

    private Cue according(int i, int high) {
        Span source = phrases.startingAt(i + 2, high, true);
        if (source == null) return null;
        return new Cue(new Span(i, i + 1), source, Where.LEFT, "speech.according-to", Act.SAY, false);
    }

    /** "in the view of X", "in X's opinion", "in the words of X". */
    private Cue view(int i, int low, int high) {
        int at = i + 1;
        if (page.is(at, "the") && page.in(at + 1, "view") && page.is(at + 2, "of")) {
            Span source = phrases.startingAt(at + 3, high, true);
            if (source != null) return new Cue(new Span(i, at + 2), source, Where.LEFT, "speech.view", Act.SAY, false);
        }
        if (page.in(at, "possessive") && page.in(at + 1, "view"))
            return new Cue(new Span(i, at + 1), new Span(at, at), Where.LEFT, "speech.view", Act.SAY, false);
        for (int k = at + 1; k < Math.min(high, at + 7); k++) {
            if (!page.is(k, "'s") || !page.in(k + 1, "view")) continue;
            return new Cue(new Span(i, k + 1), new Span(at, k - 1), Where.LEFT, "speech.view", Act.SAY, false);
        }
        return null;
    }

    /** "as Mr. Berg put it", "as the minister said". */
    private Cue asPut(int i, int low, int high) {
        Span source = phrases.startingAt(i + 1, high, false);
        if (source == null || page.tagged(source.last(), "NUM")) return null;
        int verb = source.last() + 1;
        if (page.is(verb, "put") && page.is(verb + 1, "it"))
            return new Cue(new Span(verb, verb + 1), source, Where.LEFT, "speech.as-put", Act.SAY, false);
        boolean said = page.lexicon.verb(page.word(verb).folded()) != null && page.tagged(verb, "VERB");
        boolean closed = verb + 1 >= high || page.is(verb + 1, ",") || page.is(verb + 1, ".");
        if (!said || !closed) return null;
        return new Cue(new Span(verb, verb), source, Where.LEFT, "speech.as-put", Act.SAY, false);
    }

    // ---- nouns

    /** "Mr. Berg's claim that", "accusations by the union that". */
    private Cue noun(int i, int low, int high, Act act, List<Cue> before) {
        if (page.tagged(i + 2, "VERB", "AUX") && !page.tagged(i + 2, "PRON")) return null;
        if (page.in(i - 1, "evidential") || page.is(i - 1, "no")) return null;
        if ((page.is(i - 1, "a") || page.is(i - 1, "an")) && page.is(i - 2, ",")) return null;
        // "an accusation that he denies": a relative clause
        if (page.tagged(i + 2, "PRON") && page.tagged(i + 3, "VERB") && page.tagged(i + 4, "PUNCT")) return null;
        // "said in a statement that": one claim
        if (!before.isEmpty()) {
            Cue said = before.get(before.size() - 1);
            Verb verb = page.lexicon.verb(page.word(said.words().last()).folded());
            boolean whole = said.rule().equals("speech.said") && said.where() == Where.RIGHT && verb != null;
            if (whole && new Contents(page, phrases).start(said.words().last() + 1, i + 3, verb) == i + 2) return null;
        }
        Span source = owner(i, low);
        int verb = denial(i, low);
        if (verb >= 0) {
            if (!before.isEmpty() && before.get(before.size() - 1).words().first() == verb) return null;
            Span who = phrases.subject(verb, low);
            if (who == null) who = mainSubject(verb, low, before);
            return new Cue(new Span(verb, verb), who, Where.RIGHT, "speech.denial", Act.DENY, true);
        }
        if (source == null) {
            int have = i - 1;
            while (have > low && page.tagged(have, "DET", "ADJ")) have--;
            if (page.tagged(have, "VERB", "AUX")) source = phrases.subject(verbStart(have, low), low);
            if (source == null && page.tagged(have, "VERB")) source = mainSubject(have, low, before);
        }
        return new Cue(new Span(i, i), source, Where.RIGHT, "speech.noun", act, false);
    }

    private Span owner(int i, int low) {
        int at = i - 1;
        while (at > low && page.tagged(at, "ADJ", "NOUN") && !page.in(at, "people")) at--;
        if (page.is(at, "'s") || page.is(at, "'") || page.is(at, "\u2019")) return phrases.endingAt(at - 1, low);
        if (page.in(at, "possessive") && !page.is(at, "whose")) return new Span(at, at);
        return null;
    }

    /** The verb of denial whose object a noun is: "dismissed the claims that". */
    private int denial(int i, int low) {
        int at = i - 1;
        while (at > low
                && at > i - 8
                && (page.tagged(at, "DET", "ADJ", "NOUN", "PART", "PROPN", "ADP", "CCONJ", "PRON", "ADV")
                        || page.lexicon.noun(page.word(at).folded()) != null)) {
            Verb verb = page.lexicon.verb(page.word(at).folded());
            if (verb != null && verb.act() == Act.DENY && verb.form() != Form.BASE) return at;
            at--;
        }
        Verb verb = page.lexicon.verb(page.word(at).folded());
        return verb != null && verb.act() == Act.DENY ? at : -1;
    }

    private int verbStart(int verb, int low) {
        return verb;
    }

    // ---- verbs

    private Cue verb(int i, int low, int high, Verb verb, List<Cue> before) {
        int group = groupStart(i, low);
        boolean negated = negated(group, i);
        if (negated && verb.act() != Act.DENY && !quoteAfter(i + 1, high)) return null;
        if (verb.base().equals("say") && page.is(i + 1, "to") && page.tagged(i + 2, "AUX", "VERB")) return null;
        if (page.in(i + 1, "little") && !phrases.clauseAt(i + 1, high)) return null;
        boolean denied = verb.act() == Act.DENY && !negated;
        if (passive(i, verb, group)) return passiveCue(i, low, high, verb, group);
        if (verb.base().equals("deny") || verb.act() != Act.DENY) {
            Cue inverted = inverted(i, low, high, verb);
            if (inverted != null) return inverted;
        } else if (!rulesOut(i, verb) && !page.is(i + 1, "that") && !deniesClaim(i + 1, high)) return null;
        Span source = source(i, group, low, verb, before);
        if (source == null && verb.form() != Form.ING) return null;
        if (source != null && nobody(source)) {
            if (verb.act() != Act.DENY) return null;
            denied = false;
        }
        if (source != null && page.tagged(source.last(), "PRON") && page.in(source.last(), "nobody")) return null;
        if (source != null && page.is(source.first() - 1, "what") && page.tagged(i + 1, "AUX")) return null;
        int end = cueEnd(i, verb);
        if (callsFor(i, verb)) {
            boolean demand = page.is(end, "for") ? source != null : hasBefore("to", end, Math.min(high, end + 12));
            return demand && end + 1 < high
                    ? new Cue(new Span(i, end), source, Where.RIGHT, "speech.called-for", Act.PLAN, false)
                    : null;
        }
        Where where = where(i, end, low, high, verb, source);
        if (where == Where.NOWHERE) return null;
        return new Cue(new Span(i, end), source, where, rule(verb, where), verb.act(), denied);
    }

    /** "rejected the accusation": what is denied is what was said. */
    private boolean deniesClaim(int at, int high) {
        // "dismissed as nonsense reports of a split"
        if (page.is(at, "as")) at += 2;
        Span object = phrases.startingAt(at, high, false);
        if (object == null) return false;
        for (int k = at; k <= object.last() && !page.tagged(k, "ADP"); k++)
            if (page.lexicon.noun(page.word(k).folded()) != null && !page.tagged(k + 1, "NOUN") && !page.is(k, "idea"))
                return true;
        return false;
    }

    private static String rule(Verb verb, Where where) {
        return switch (verb.act()) {
            case DENY -> "speech.denial";
            case LABEL, BLAME -> "speech.label";
            case PLAN -> "speech.promised";
            case THINK -> "speech.thought";
            case ASK -> "speech.asked";
            default -> "speech.said";
        };
    }

    /** "went on to say" and the like are one cue only in their last word. */
    private int cueEnd(int i, Verb verb) {
        return callsFor(i, verb) || rulesOut(i, verb) ? i + 1 : i;
    }

    private boolean rulesOut(int i, Verb verb) {
        return verb.base().equals("rule") && verb.act() == Act.DENY;
    }

    /** "neither side", "none of them", "nor the bank": who does not say it. */
    private boolean nobody(Span source) {
        int first = source.first();
        if (page.in(first, "none") && (!page.is(first, "no") || page.in(first + 1, "pair"))) return true;
        return page.is(first - 1, "nor") || page.is(first - 1, "of") && page.in(first - 2, "none");
    }

    private boolean callsFor(int i, Verb verb) {
        return verb.base().equals("call") && (page.is(i + 1, "for") || page.is(i + 1, "on"));
    }

    private int groupStart(int i, int low) {
        int at = i;
        while (at > low
                && (page.tagged(at - 1, "AUX", "AUX+PART", "ADV")
                        || page.in(at - 1, "not")
                        || page.in(at - 1, "modal") && !page.tagged(at - 1, "NOUN", "PROPN"))) at--;
        return at;
    }

    private boolean negated(int from, int to) {
        for (int i = from; i < to; i++) if (page.in(i, "not")) return true;
        return page.is(to - 1, "to") && page.in(to - 2, "decline");
    }

    private boolean passive(int i, Verb verb, int group) {
        if (verb.form() != Form.PAST) return false;
        int at = i - 1;
        while (at >= group && page.tagged(at, "ADV") && !page.in(at, "be")) at--;
        return at >= group && page.in(at, "be") && !page.is(at, "'s");
    }

    /** "was told by the ministry that", "it was announced that". */
    private Cue passiveCue(int i, int low, int high, Verb verb, int group) {
        if (page.is(i + 1, "as") && (page.is(i + 2, "saying"))) return null;
        if (page.is(i + 1, "to")) return null;
        Span agent = null;
        for (int k = i + 1; k < Math.min(high, i + 8); k++) {
            if (page.is(k, "that") || page.is(k, ",") || page.quotationOf(k) >= 0) break;
            if (!page.is(k, "by")) continue;
            agent = phrases.startingAt(k + 1, high, true);
            break;
        }
        boolean that = false;
        for (int k = i + 1; k < Math.min(high, i + 25); k++)
            that |= page.is(k, "that") || k < i + 3 && page.quotationOf(k) >= 0;
        if (verb.act() == Act.LABEL || verb.act() == Act.BLAME || verb.act() == Act.DENY) {
            if (agent == null) return null;
            return new Cue(
                    new Span(i, i), agent, Where.NOWHERE, rule(verb, Where.LEFT), verb.act(), verb.act() == Act.DENY);
        }
        if (!that && agent == null) return null;
        return new Cue(new Span(i, i), agent, that ? Where.RIGHT : Where.NOWHERE, "speech.passive", verb.act(), false);
    }

    /** "..., said the ministry" and "'...,' said Mr. Berg, the mayor". */
    private Cue inverted(int i, int low, int high, Verb verb) {
        if (verb.act() == Act.TELL
                || verb.act() == Act.LABEL
                || verb.act() == Act.BLAME
                || verb.form() == Form.ING
                || verb.form() == Form.BASE) return null;
        boolean quote = i > low && page.quotationOf(i - 1) >= 0;
        boolean comma = page.is(i - 1, ",") || page.is(i - 1, "\u2014");
        if (!quote && !comma || page.is(i + 1, "that")) return null;
        if (verb.base().equals("tell")) return null;
        if (page.tagged(i + 1, "ADV") && !page.word(i + 1).capital()) return null;
        Span source = phrases.startingAt(i + 1, high, true);
        if (source == null || page.tagged(source.first(), "NUM") && !page.tagged(source.last(), "NOUN")) return null;
        int next = source.last() + 1;
        if (phrases.finite(next) && page.quotationOf(next) < 0) return null;
        if (page.is(next, "that") || page.is(next, "to")) return null;
        if (comma && !quote) {
            if (!verb.base().equals("say") && !verb.base().equals("tell") && !needsWords(verb)) return null;
            if (!hasVerb(low, i - 1) || subjectBeforeComma(i, low)) return null;
        }
        boolean more =
                page.is(next, ",") && next + 1 < high && quoteAfter(next + 1, high) || page.quotationOf(next) >= 0;
        return new Cue(
                new Span(i, i),
                source,
                more ? Where.BOTH : Where.LEFT,
                "speech.inverted",
                verb.act(),
                verb.act() == Act.DENY);
    }

    private static boolean needsWords(Verb verb) {
        return verb.act() == Act.SAY && !verb.needs().equals("quote");
    }

    /** Whether the comma before the verb closes an apposition of its subject: "Mr. Berg, the mayor, said peace ...". */
    private boolean subjectBeforeComma(int verb, int low) {
        for (int k = low; k < verb - 1; k++) if (phrases.finite(k) && page.quotationOf(k) < 0) return false;
        return true;
    }

    private boolean hasVerb(int from, int to) {
        for (int k = from; k < to; k++) if (phrases.finite(k)) return true;
        return false;
    }

    /** Who is the subject of the verb of saying. */
    private Span source(int i, int group, int low, Verb verb, List<Cue> before) {
        if (verb.form() == Form.ING && !(page.in(group, "be") || page.in(i - 1, "be")))
            return ofParticiple(i, low, before);
        if (page.is(i - 1, "to") && verb.form() == Form.BASE) return mainSubject(i, low, before);
        if (verb.form() == Form.BASE
                && !page.in(i - 1, "modal")
                && group == i
                && !page.tagged(i - 1, "NOUN", "PROPN", "PRON", "PUNCT")) return null;
        int left = phrases.beforeVerb(group, low);
        if (page.tagged(left, "CCONJ") || page.is(left, ",") && page.tagged(left - 1, "CCONJ"))
            return mainSubject(left, low, before);
        Span subject = phrases.subject(group, low);
        if (subject == null)
            return page.is(left, ",") || page.tagged(left, "CCONJ") ? mainSubject(i, low, before) : null;
        if (page.in(subject.last(), "relative") && subject.first() == subject.last() || page.is(subject.last(), "that"))
            return antecedent(subject.first(), low);
        return subject;
    }

    /** Whom "who" means. */
    private Span antecedent(int who, int low) {
        int at = page.is(who - 1, ",") ? who - 2 : who - 1;
        return at < low ? null : phrases.endingAt(at, low);
    }

    /** "with the union saying", "..., adding", "officials saying". */
    private Span ofParticiple(int i, int low, List<Cue> before) {
        if (page.in(i - 1, "preposition") || page.tagged(i - 1, "DET")) return mainSubject(i, low, before);
        int left = phrases.beforeVerb(i, low);
        if (left >= low && phrases.ends(left)) {
            Span beside = phrases.endingAt(left, low);
            if (beside != null
                    && (page.is(beside.first() - 1, "with")
                            || page.is(beside.first() - 1, "and")
                            || !page.is(i - 1, ","))) return beside;
        }
        return mainSubject(i, low, before);
    }

    /** The source of the cue before, else the subject of the sentence. */
    private Span mainSubject(int i, int low, List<Cue> before) {
        for (int k = before.size() - 1; k >= 0; k--) {
            Cue cue = before.get(k);
            if (cue.source() == null) continue;
            if (cue.rule().equals("speech.said") && !page.in(cue.source().first(), "relative")) {
                if (!newSubjectBetween(cue.words().last(), i)) return cue.source();
                break;
            }
        }
        int main = mainClause(low, i);
        for (int k = main; k < i; k++) {
            if (page.quotationOf(k) >= 0 || !phrases.finite(k)) continue;
            if (page.tagged(k, "ADV")) continue;
            Span subject = phrases.subject(k, low);
            if (subject == null) continue;
            if (page.in(subject.last(), "relative") || page.is(subject.last(), "that")) continue;
            return subject;
        }
        return null;
    }

    /** Past "While ...," and "When ...,". */
    private int mainClause(int low, int high) {
        if (!page.in(low, "subordinating")) return low;
        for (int k = low + 1; k < high; k++)
            if (page.quotationOf(k) < 0 && page.is(k, ",") && phrases.clauseAt(k + 1, high)) return k + 1;
        return low;
    }

    private boolean newSubjectBetween(int from, int to) {
        for (int k = from + 1; k < to; k++)
            if (page.quotationOf(k) < 0
                    && (page.is(k, ";")
                            || page.tagged(k, "CCONJ") && page.is(k - 1, ",") && phrases.clauseAt(k + 1, to)))
                return true;
        return false;
    }

    // ---- where the content is

    private Where where(int i, int end, int low, int high, Verb verb, Span source) {
        int at = new Contents(page, phrases).start(end + 1, high, verb);
        boolean nothing = at >= high
                || !page.word(at).letters()
                        && !page.word(at).digits()
                        && page.quotationOf(at) < 0
                        && !page.in(at, "money");
        boolean left = source != null && source.first() > low && source.last() < i && leftOpen(source.first(), low);
        if (nothing) {
            boolean whole = source != null && source.first() == low && low > 0 && page.quotationOf(low - 1) >= 0;
            return (left || whole)
                            && verb.act() != Act.LABEL
                            && verb.act() != Act.BLAME
                            && !verb.needs().equals("to")
                    ? Where.LEFT
                    : Where.NOWHERE;
        }
        boolean commaAfter = page.is(at - 1, ",") && page.quotationOf(at) < 0;
        if (left && commaAfter && apposed(at, high)) return Where.LEFT;
        if (left && commaAfter && cueFollows(at, high)) return Where.LEFT;
        if (left && commaAfter && verb.act() == Act.SAY)
            return page.in(at, "breaks")
                            || page.tagged(at, "VERB") && page.word(at).folded().endsWith("ing")
                            || page.in(at, "relative")
                            || page.tagged(at, "CCONJ")
                    ? Where.LEFT
                    : Where.BOTH;
        if (left && page.quotationOf(at) >= 0 && page.quotationOf(source.first() - 1) >= 0 && verb.act() == Act.SAY)
            return Where.BOTH;
        if (left && page.quotationOf(source.first() - 1) >= 0 && !opens(at, high) && verb.act() != Act.LABEL)
            return Where.LEFT;
        if (commaAfter && source != null && !opens(at, high)) return Where.NOWHERE;
        return fits(at, end, high, verb)
                ? Where.RIGHT
                : left && verb.act() == Act.SAY && page.quotationOf(source.first() - 1) >= 0
                        ? Where.LEFT
                        : Where.NOWHERE;
    }

    /** "..., X said, the first accord in eight years": a noun phrase without a verb, up to the end. */
    private boolean apposed(int at, int high) {
        if (!page.tagged(at, "DET") || phrases.clauseAt(at, high)) return false;
        Span phrase = phrases.startingAt(at, high, false);
        if (phrase == null) return false;
        int next = phrase.last() + 1;
        if (next < high && (page.is(next, ",") || page.quotationOf(next) >= 0)) return false;
        return next >= high || !phrases.finite(next) && !page.tagged(next, "CCONJ");
    }

    /** Whether another cue starts at a word: "..., he told them, a diplomat said". */
    private boolean cueFollows(int at, int high) {
        if (page.is(at, "according")) return true;
        Span source = phrases.startingAt(at, high, true);
        if (source == null) return false;
        Verb next = page.lexicon.verb(page.word(source.last() + 1).folded());
        return next != null
                && next.act() == Act.SAY
                && source.last() + 6 >= high
                && !page.is(source.last() + 2, "that");
    }

    private boolean opens(int at, int high) {
        return page.is(at - 1, "that") || page.quotationOf(at) >= 0 || phrases.clauseAt(at, high);
    }

    /** Whether the source comes after a comma or a quotation. */
    private boolean leftOpen(int source, int low) {
        if (page.quotationOf(source - 1) >= 0) return true;
        return page.is(source - 1, ",")
                && (hasVerb(low, source - 1)
                        || !page.tagged(low, "ADP", "ADV", "SCONJ", "CCONJ") && !page.in(low, "time"));
    }

    /** Whether what follows is what the verb needs. */
    private boolean fits(int at, int end, int high, Verb verb) {
        boolean that = page.is(at - 1, "that");
        boolean quote = page.quotationOf(at) >= 0;
        return switch (verb.needs()) {
            case "noun" -> true;
            case "any" -> !(verb.base().equals("deny") && page.is(at, "by")) && !page.is(at, "goodbye");
            case "that" -> that || quote;
            case "quote" -> quote;
            case "amount" -> amountAfter(end + 1, high);
            case "clause", "clause-or-amount" ->
                that
                        || verb.needs().equals("clause-or-amount") && amountAfter(end + 1, high)
                        || quote
                        || page.in(at, "question")
                        || phrases.clauseAt(at, high)
                        || page.is(at, "if")
                        || page.is(at, "whether");
            case "to" -> that || quote || page.is(at, "to");
            case "of" -> hasBefore("of", end + 1, Math.min(high, end + 12));
            case "on" -> hasBefore("on", end + 1, Math.min(high, end + 12));
            case "as" -> hasBefore("as", end + 1, Math.min(high, end + 16)) || quote;
            case "label" -> label(end + 1, high);
            case "order" -> hasBefore("to", end + 1, Math.min(high, end + 12)) || that;
            default -> that;
        };
    }

    /** "the toll at 40", "losses at more than $3 million". */
    private boolean amountAfter(int from, int high) {
        for (int k = from; k < Math.min(high, from + 16) && !page.is(k, ";"); k++) {
            if (!page.is(k, "at")) continue;
            for (int n = k + 1; n < k + 5 && n < high; n++)
                if (page.tagged(n, "NUM") || page.in(n, "money") || page.word(n).digits()) return true;
        }
        return false;
    }

    private boolean hasBefore(String word, int from, int to) {
        for (int k = from; k < to && !page.is(k, ";"); k++) if (page.is(k, word)) return true;
        return false;
    }

    /** "called it a hoax", "called the plan 'reckless'": an object and what it is called. */
    private boolean label(int at, int high) {
        if (page.tagged(at, "ADP") || page.is(at, "to")) return false;
        if (page.is(at, "on") || page.is(at, "for") || page.is(at, "in")) return false;
        if (page.quotationOf(at) >= 0) return true;
        for (int k = at + 1; k < Math.min(high, at + 25); k++) if (page.quotationOf(k) >= 0) return true;
        Span object = phrases.startingAt(at, high, false);
        if (object == null) return false;
        int next = object.last() + 1;
        return page.tagged(next, "DET", "ADJ")
                || page.tagged(next, "ADV") && page.tagged(next + 1, "ADJ")
                || page.tagged(at, "DET") && page.is(at, "a");
    }

    private boolean quoteAfter(int at, int high) {
        return at < high
                && (page.quotationOf(at) >= 0
                        || (page.is(at, ",") || page.is(at, ":")) && page.quotationOf(at + 1) >= 0);
    }
}
