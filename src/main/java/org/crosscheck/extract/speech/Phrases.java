package org.crosscheck.extract.speech;

/** Noun phrases, read off the parts of speech: to the left of a verb, where its subject is, and to the right of a preposition. */
final class Phrases {
    /** No noun phrase with its appositions is longer, in words. */
    private static final int REACH = 50;

    private final Page page;

    Phrases(Page page) {
        this.page = page;
    }

    /** The subject of the verb group that starts at {@code verb}, not left of {@code low}; null where there is none. */
    Span subject(int verb, int low) {
        int at = beforeVerb(verb, low);
        if (at < low) return null;
        low = Math.max(low, verb - REACH);
        if (page.is(at, ",") || page.is(at, ")") || page.is(at, "\u2014")) return apposed(at, low);
        return endingAt(at, low);
    }

    /** Past auxiliaries and adverbs. */
    int beforeVerb(int verb, int low) {
        int at = verb - 1;
        while (at >= low
                && (page.tagged(at, "AUX", "AUX+PART", "ADV") && page.quotationOf(at) < 0
                        || page.in(at, "not")
                        || page.in(at, "modal") && !page.tagged(at, "NOUN", "PROPN")
                        || page.in(at, "have"))) at--;
        // "X, however, said" and "X, too, said"
        if (page.is(at, ",")
                && page.tagged(at - 1, "ADV")
                && page.is(at - 2, ",")
                && page.word(at - 1).is("however")) return at - 3;
        return at;
    }

    /** The noun phrase whose last word is {@code last}; null where none ends there. */
    Span endingAt(int last, int low) {
        if (page.is(last, "'s") && page.tagged(last, "PART")) return null;
        if (!ends(last)) return null;
        if (page.tagged(last, "PRON") && !page.is(last, "one") && !page.is(last, "others")) return new Span(last, last);
        int at = last;
        int conjunction = -1;
        while (at - 1 >= low && joins(at - 1, at)) {
            at--;
            if (page.tagged(at, "CCONJ") && !page.is(at, "&")) conjunction = at;
        }
        while (at < last && !opens(at)) at++;
        // "met Putin and Trump said": what is left of "and" is another verb's object
        if (conjunction > at && at > low && (page.tagged(at - 1, "VERB") || page.tagged(at - 1, "ADP")))
            at = conjunction + 1;
        return new Span(at, last);
    }

    /** Whether a noun phrase can end with a word. */
    boolean ends(int i) {
        if (page.tagged(i, "NOUN", "PROPN", "NUM", "PRON")) return true;
        if (page.tagged(i, "PUNCT", "VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PART"))
            return page.lexicon.role(page.word(i).folded()) != null;
        return page.word(i).capital()
                || page.lexicon.role(page.word(i).folded()) != null
                || page.tagged(i, "DET") && page.in(i, "alone");
    }

    private boolean opens(int i) {
        return !page.tagged(i, "CCONJ", "ADP", "PART", "PUNCT", "AUX")
                || page.is(i, "both")
                || page.is(i, "neither")
                || page.is(i, "either");
    }

    /** Whether the word at {@code i} belongs to the noun phrase that goes on with the word right of it. */
    private boolean joins(int i, int right) {
        if (page.quotationOf(i) >= 0
                && page.quotations.get(page.quotationOf(i)).last() == i
                && page.quotationOf(right) < 0) return false;
        String tag = page.tag(i);
        boolean rightOpens = page.tagged(right, "DET") && !page.is(right, "all");
        if (page.in(i, "coordinator") || tag.equals("CCONJ")) {
            if (page.is(i, "but") || page.is(i, "nor") && !page.tagged(i - 1, "NOUN", "PROPN")) return false;
            return page.is(i, "both")
                    || page.is(i, "neither")
                    || page.is(i, "either")
                    || page.tagged(i - 1, "NOUN", "PROPN", "NUM") && !isTimeWord(i - 1);
        }
        return switch (tag) {
            case "NOUN", "PROPN" ->
                !rightOpens && !(isTimeWord(i) && opensName(right)) && !(page.tagged(right, "PRON"));
            case "ADJ", "NUM" ->
                page.in(i, "postnominal") && page.tagged(right, "ADP") && page.tagged(i - 1, "NOUN")
                        || !rightOpens && !page.tagged(right, "ADP", "CCONJ")
                        || page.tagged(right, "ADP") && page.tagged(i, "NUM");
            case "DET" ->
                !page.tagged(right, "ADP", "CCONJ", "PART")
                                && (!rightOpens || page.in(i, "correlative") || page.is(i, "all"))
                        || page.tagged(right, "ADP") && page.is(right, "of");
            case "PRON" ->
                page.in(i, "possessive") && !rightOpens
                        || page.tagged(right, "ADP") && page.is(right, "of") && page.in(i, "quantifier");
            case "PART" -> (page.is(i, "'s") || page.is(i, "'")) && page.tagged(i - 1, "NOUN", "PROPN") && !rightOpens;
            case "ADP" ->
                page.is(i, "by")
                                && "statement"
                                        .equals(page.lexicon.role(
                                                page.word(i - 1).folded()))
                        || page.in(i, "attaching")
                                && !isTimeWord(right)
                                && !page.word(right).digits()
                                && (page.tagged(i - 1, "NOUN", "PROPN", "NUM", "PRON", "DET")
                                        || page.in(i - 1, "postnominal"))
                                && !isTimeWord(i - 1)
                                && (page.is(i, "of") || !page.tagged(i - 1, "PRON"));
            case "VERB" ->
                page.in(i, "postnominal") && page.tagged(right, "ADP") && page.tagged(i - 1, "NOUN")
                        || (page.word(i).folded().endsWith("ed")
                                        || page.word(i).folded().endsWith("ing")
                                        || page.is(i, "elect"))
                                && page.tagged(right, "NOUN", "PROPN", "ADJ")
                                && page.tagged(i - 1, "DET", "ADJ", "ADV", "NUM")
                                && page.lexicon.verb(page.word(i).folded()) == null;
            case "ADV" ->
                page.tagged(right, "ADJ", "NUM", "VERB") && page.tagged(i - 1, "DET")
                        || page.tagged(right, "NUM") && (page.is(i, "about") || page.is(i, "nearly"));
            case "SYM" -> true;
            case "PUNCT" ->
                page.is(i, "&")
                        || page.is(i, ".")
                                && !page.word(i).spaced()
                                && page.word(i - 1).text().length() < 4
                        || page.is(i, "-")
                        || page.is(i, "/");
            default -> page.is(i, "'s") && page.tagged(i - 1, "PROPN", "NOUN") && !rightOpens;
        };
    }

    private boolean opensName(int right) {
        return page.word(right).capital() || page.tagged(right, "PRON", "DET");
    }

    private boolean isTimeWord(int i) {
        return page.in(i, "time") && (page.word(i).capital() || page.tagged(i, "ADV", "NOUN"))
                || page.in(i, "period") && page.in(i - 1, "lastnext");
    }

    /**
     * A noun phrase with appositions, closed by the comma at {@code comma}: "Anna Berg, a spokeswoman for the ministry," and
     * "Anna Berg, who leads it,".
     */
    private Span apposed(int comma, int low) {
        if (page.is(comma, ")")) {
            int open = comma - 1;
            while (open > low && !page.is(open, "(")) open--;
            if (open <= low) return null;
            Span base = endingAt(open - 1, low);
            return base == null ? null : new Span(base.first(), comma);
        }
        boolean dash = page.is(comma, "\u2014");
        Span best = null;
        int right = comma;
        for (int i = comma - 1; i > low; i--) {
            int quotation = page.quotationOf(i);
            if (quotation >= 0) {
                if (page.quotations.get(quotation).words(page.words) > 3) break;
                continue;
            }
            if (page.is(i, ";") || page.is(i, ":")) break;
            if (!page.is(i, dash ? "\u2014" : ",")) continue;
            boolean relative = page.in(i + 1, "relative");
            if (!relative && !apposition(i + 1, right)) {
                if (best != null && !relativeBefore(i, low)) break;
                continue;
            }
            Span base = endingAt(i - 1, low);
            if (base != null && !isTimeWord(i - 1)) {
                boolean participle = page.tagged(i + 1, "VERB", "ADP") && !relative && !page.is(i + 1, "of");
                // "the bank, citing its clients, said": what it does is not who it is
                best = participle && right == comma
                        ? base
                        : new Span(base.first(), best != null && best.last() < right ? best.last() : comma - 1);
                right = i;
                if (page.tagged(i - 1, "PROPN") && (base.first() == low || !page.is(base.first() - 1, ","))) {
                    if (!listed(i, low)) break;
                }
            }
        }
        return best;
    }

    private boolean relativeBefore(int comma, int low) {
        for (int i = comma - 1; i > low && i > comma - 25; i--)
            if (page.is(i, ",") && page.in(i + 1, "relative")) return true;
        return false;
    }

    private boolean listed(int comma, int low) {
        return false;
    }

    /** Whether the words from {@code i} to the comma can say what the noun phrase before them is. */
    private boolean apposition(int i, int right) {
        if (i >= right) return false;
        if (page.tagged(i, "DET", "NUM", "NOUN", "ADJ")) return !clauseBetween(i, right);
        if (page.tagged(i, "PRON")) return page.in(i, "possessive") && !clauseBetween(i, right);
        if (page.tagged(i, "PROPN")) return !clauseBetween(i, right);
        if (page.tagged(i, "ADP")) return right - i < 12 && !clauseBetween(i, right);
        if (page.tagged(i, "ADV"))
            return page.is(i, "formerly") || page.is(i, "then") || page.is(i, "once") || page.is(i, "also");
        if (page.tagged(i, "CCONJ")) return true;
        return page.tagged(i, "VERB")
                && (page.word(i).folded().endsWith("ing")
                        || page.word(i).folded().endsWith("ed"));
    }

    private boolean clauseBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            if (page.tagged(i, "AUX")) return !hasRelative(from, i);
        }
        return false;
    }

    private boolean hasRelative(int from, int to) {
        for (int i = from; i < to; i++) if (page.in(i, "relative") || page.is(i, "that")) return true;
        return false;
    }

    /**
     * The noun phrase that starts at {@code first}, with its prepositional phrases; with appositions too, as far as they
     * are closed or reach the end. Null where none starts there.
     */
    Span startingAt(int first, int high, boolean appositions) {
        high = Math.min(high, first + REACH);
        int at = first;
        int last = -1;
        while (at < high) {
            if (page.tagged(at, "PRON") && !page.in(at, "possessive")) {
                if (last < 0) last = at++;
                break;
            }
            boolean noun = last >= 0;
            if (page.tagged(at, "NOUN", "PROPN", "NUM")) {
                if (noun && isTimeWord(at) && !page.is(at - 1, "of")) break;
                last = at++;
            } else if (!noun
                    && (page.tagged(at, "DET", "ADJ", "PRON", "ADV", "SYM") || page.is(at, "both") || participle(at))) {
                at++;
            } else if (noun && page.in(at, "postnominal") && page.tagged(at + 1, "ADP")) {
                Span more = startingAt(at + 2, high, false);
                if (more == null) break;
                last = more.last();
                at = last + 1;
            } else if (noun && (page.is(at, "'s") || page.is(at, "'")) && page.tagged(at, "PART", "PUNCT")) {
                last = -1;
                at++;
                int next = at;
                while (next < high && page.tagged(next, "ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB") && !finite(next))
                    last = next++;
                if (last < 0) last = at - 1;
                at = Math.max(next, at);
            } else if (noun
                    && (page.tagged(at, "ADP") && page.in(at, "attaching")
                            || page.tagged(at, "CCONJ")
                                    && (page.is(at, "and") || page.is(at, "or") || page.is(at, "nor"))
                            || page.is(at, "&"))) {
                Span more = isTimeWord(at + 1) || page.tagged(at + 1, "PRON") && page.in(at, "attaching")
                        ? null
                        : startingAt(at + 1, high, false);
                if (more == null || page.tagged(at, "CCONJ") && finite(more.last() + 1)) break;
                last = more.last();
                at = last + 1;
            } else break;
        }
        if (last < 0) return null;
        return appositions ? withAppositions(new Span(first, last), high) : new Span(first, last);
    }

    private boolean participle(int i) {
        return page.tagged(i, "VERB")
                && page.tagged(i + 1, "NOUN", "PROPN", "ADJ")
                && (page.word(i).folded().endsWith("ed")
                        || page.word(i).folded().endsWith("ing"));
    }

    private Span withAppositions(Span phrase, int high) {
        int last = phrase.last();
        for (int guard = 0; guard < 6 && (page.is(last + 1, ",") || page.is(last + 1, "(")); guard++) {
            if (page.is(last + 1, "(")) {
                int close = last + 2;
                while (close < high && !page.is(close, ")")) close++;
                if (close == high) break;
                last = close;
                continue;
            }
            if (page.in(last + 2, "relative")) {
                int close = last + 3;
                while (close < high && !page.is(close, ",") && !page.is(close, ";")) close++;
                if (close == high && page.tagged(close - 1, "PUNCT")) close--;
                return new Span(phrase.first(), close - 1);
            }
            if (!page.tagged(last + 2, "DET", "NUM", "NOUN", "PROPN", "ADJ") && !page.in(last + 2, "possessive")) break;
            if (page.in(last + 2, "time")) break;
            Span more = startingAt(last + 2, high, false);
            if (more == null || finite(more.last() + 1)) break;
            boolean aside = more.last() + 1 >= high
                    || page.tagged(more.last() + 1, "PUNCT")
                    || page.tagged(more.last() + 1, "ADP");
            if (!aside) break;
            last = more.last();
        }
        return new Span(phrase.first(), last);
    }

    /** Whether a verb stands at a word: one that makes a clause of the noun phrase before it. */
    boolean finite(int i) {
        return page.tagged(i, "AUX", "AUX+PART")
                || page.tagged(i, "VERB") && !page.word(i).folded().endsWith("ing")
                || page.tagged(i, "ADV") && page.tagged(i + 1, "VERB", "AUX");
    }

    /** Whether a clause starts at a word: a noun phrase, then a verb. */
    boolean clauseAt(int i, int high) {
        while (i < high && (page.tagged(i, "ADV") || page.is(i, ","))) i++;
        if (page.is(i, "there")) return true;
        Span subject = startingAt(i, high, false);
        if (subject == null) return false;
        int next = subject.last() + 1;
        if (page.is(next, ",") || page.in(next, "relative") || page.is(next, "that")) {
            for (int k = next; k < high && k < next + 30; k++) if (page.tagged(k, "AUX", "VERB")) return true;
            return false;
        }
        if (finite(next)) return true;
        // "rebels in those areas", "the plan under the deal": past another prepositional phrase
        if (page.tagged(next, "ADP")) {
            Span more = startingAt(next + 1, high, false);
            return more != null && finite(more.last() + 1);
        }
        return false;
    }
}
