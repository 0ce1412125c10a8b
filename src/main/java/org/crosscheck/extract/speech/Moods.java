package org.crosscheck.extract.speech;

import java.util.BitSet;

/**
 * How firmly a clause is put, and whether it is negated, by the words around its verb: a clause reaches from one comma,
 * conjunction, relative word or "that" to the next; a piece without a verb belongs to the clause before it.
 */
final class Moods {
    /** No clause is looked at further than this, in words. */
    private static final int REACH = 60;

    private final Page page;
    /** The words that tell of a silence: they negate the telling, not the matter. */
    private final BitSet muted = new BitSet();

    Moods(Page page) {
        this.page = page;
    }

    /** No word from one to another negates what is said. */
    void mute(int first, int last) {
        muted.set(first, last + 1);
    }

    Certainty certaintyAt(int start, int end) {
        int[] clause = clause(start, end);
        return clause == null ? Certainty.STATED : certainty(clause[0], clause[1]);
    }

    boolean deniedAt(int start, int end) {
        int[] clause = clause(start, end);
        if (clause == null) return false;
        return negated(clause[0], clause[1]) || underNoEvidence(clause[0]);
    }

    /** The certainty of the words from one to another, exclusive. */
    Certainty certainty(int from, int to) {
        Certainty certainty = Certainty.STATED;
        for (int i = from; i < to; i++) {
            if (hedges(i, from)) return Certainty.HEDGED;
            if (plans(i)) certainty = Certainty.PLANNED;
        }
        return certainty;
    }

    private boolean hedges(int i, int from) {
        Word word = page.word(i);
        if (word.is("if") && i <= from + 1) return true;
        if (word.is("would")) return page.is(i + 1, "have") || page.is(i + 1, "'ve");
        if (word.is("may"))
            return !word.capital() || i == from && !page.word(i + 1).digits();
        if (word.is("suspected")
                || word.is("alleged")
                || word.is("believed")
                || word.is("thought")
                || word.is("indicated"))
            return page.in(i - 1, "be") || page.tagged(i - 1, "ADV", "DET") && !page.is(i - 1, "than");
        return page.lexicon.in("hedge", word.folded());
    }

    private boolean plans(int i) {
        Word word = page.word(i);
        if (word.is("would")) return true;
        if (word.is("to")) return page.in(i - 1, "be") && page.tagged(i + 1, "VERB", "AUX");
        if (!page.lexicon.in("plan", word.folded())) return false;
        if (word.is("will")) return !page.tagged(i, "NOUN", "PROPN");
        if (word.is("going")
                || word.is("set")
                || word.is("due")
                || word.is("poised")
                || word.is("slated")
                || word.is("plan")) return page.is(i + 1, "to") || word.is("due") && page.tagged(i + 1, "ADP");
        return word.is("shall")
                || word.is("wo")
                || word.is("'ll")
                || word.is("scheduled")
                || word.is("planned")
                || word.is("proposed")
                || page.is(i + 1, "to")
                || page.is(i + 1, "for");
    }

    private boolean negated(int from, int to) {
        for (int i = from; i < to; i++) if (!muted.get(i) && negates(i)) return true;
        return false;
    }

    private boolean negates(int i) {
        Word word = page.word(i);
        if (word.is("not") || word.is("n't") || word.is("cannot")) return !page.in(i + 1, "only") && !bounds(i + 1);
        if (word.is("nothing")) return !page.is(i + 1, "but") && !bounds(i + 1);
        if (word.is("never") || word.is("neither") || word.is("nobody") || word.is("none"))
            return !(word.is("none") && page.is(i + 1, "other"));
        return word.is("no")
                && (page.tagged(i, "DET") || page.tagged(i + 1, "NOUN", "ADJ"))
                && !page.is(i + 1, "longer")
                && !page.is(i + 1, "doubt")
                && !(page.is(i + 1, "other") && page.is(i + 2, "than"))
                && !bounds(i + 1);
    }

    /** "no more than", "no later than": a bound. */
    private boolean bounds(int i) {
        return page.in(i, "bound") && page.is(i + 1, "than");
    }

    /** "There was no evidence that ...". */
    private boolean underNoEvidence(int from) {
        if (!page.is(from - 1, "that") && !page.is(from, "that")) return false;
        int noun = page.is(from - 1, "that") ? from - 2 : from - 1;
        return page.lexicon.in("evidence", page.word(noun).folded())
                && (page.is(noun - 1, "no")
                        || page.is(noun - 2, "no")
                        || page.is(noun - 1, "any") && page.in(noun - 2, "not"));
    }

    private int[] clause(int start, int end) {
        if (page.words.isEmpty()) return null;
        int word = page.wordAt(start);
        if (word >= page.words.size()) return null;
        int sentence = page.sentenceOf(word);
        int low = Math.max(page.first(sentence), word - REACH);
        int last = Math.max(word, Math.min(page.wordAt(Math.max(start, end - 1)), page.words.size() - 1));
        int high = Math.min(page.end(sentence), last + REACH);
        int from = word;
        while (from > low && !breaks(from - 1, low)) from--;
        int to = last + 1;
        while (to < high && !breaks(to, low)) to++;
        while (!hasVerb(from, to) && from > low) {
            int left = from - 1;
            while (left > low && !breaks(left - 1, low)) left--;
            from = left;
        }
        return new int[] {from, to};
    }

    /** Whether a clause ends at a word. */
    private boolean breaks(int i, int low) {
        Word word = page.word(i);
        switch (word.folded()) {
            case ",",
                    ";",
                    ":",
                    "\u2014",
                    "\u2013",
                    "--",
                    "(",
                    ")",
                    "which",
                    "who",
                    "whose",
                    "because",
                    "while",
                    "although",
                    "though",
                    "after",
                    "before",
                    "when",
                    "but":
                return true;
            case "that":
                return page.tagged(i, "SCONJ")
                        || page.tagged(i, "PRON") && i > low && page.tagged(i - 1, "NOUN", "VERB");
            case "and", "or":
                return subjectFollows(i + 1);
            default:
                return i > low && cueBefore(i);
        }
    }

    /** A verb of saying without "that" opens a clause: "said | he would". */
    private boolean cueBefore(int i) {
        Lexicon.Verb verb = page.lexicon.verb(page.word(i).folded());
        return verb != null
                && (verb.base().equals("say") || verb.base().equals("tell"))
                && page.tagged(i, "VERB")
                && page.quotationOf(i) < 0;
    }

    private boolean subjectFollows(int i) {
        int at = i;
        while (at < i + 5 && page.tagged(at, "DET", "ADJ", "NUM", "ADV")) at++;
        if (page.tagged(at, "PRON")) return page.tagged(at + 1, "VERB", "AUX");
        int nouns = at;
        while (at < i + 8 && page.tagged(at, "NOUN", "PROPN")) at++;
        return at > nouns && page.tagged(at, "VERB", "AUX");
    }

    private boolean hasVerb(int from, int to) {
        for (int i = from; i < to; i++) if (page.tagged(i, "VERB", "AUX", "AUX+PART")) return true;
        return false;
    }
}
