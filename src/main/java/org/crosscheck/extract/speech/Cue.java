package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * A place where a text ascribes words to somebody: the words that say so, and those of the source.
 *
 * @param words the cue, such as "said"
 * @param source the noun phrase of the source; null where the text names none
 * @param contents the words that are ascribed; a quotation that is split has several
 */
record Cue(Span words, Span source, Where where, String rule, Lexicon.Act act, boolean denied, List<Span> contents) {
    /** On which side the content stands. */
    enum Where {
        RIGHT,
        LEFT,
        BOTH,
        NOWHERE
    }

    Cue(Span words, Span source, Where where, String rule, Lexicon.Act act, boolean denied) {
        this(words, source, where, rule, act, denied, new ArrayList<>());
    }

    /** The first word of source and cue together. */
    int first() {
        return source == null ? words.first() : Math.min(source.first(), words.first());
    }

    int last() {
        return source == null ? words.last() : Math.max(source.last(), words.last());
    }

    Cue at(Where where) {
        return new Cue(words, source, where, rule, act, denied, contents);
    }
}
