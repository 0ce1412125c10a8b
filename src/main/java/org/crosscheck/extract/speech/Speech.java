package org.crosscheck.extract.speech;

import java.util.List;
import org.crosscheck.extract.text.Tokens;

/**
 * Reads who says what in the texts of a language. Loading its words and its model takes a while, so keep it; it may be used
 * by many threads at once.
 */
public final class Speech {
    private final Lexicon lexicon;
    private final Sentences sentences;
    private final Tagger tagger;

    /**
     * @param language an ISO 639 code
     * @throws IllegalArgumentException where there are no tables or no model of the language
     */
    public Speech(String language) {
        this.lexicon = new Lexicon(language);
        this.sentences = new Sentences(lexicon);
        this.tagger = Tagger.of(language);
    }

    /** Who says what in a text; takes time linear in its length, whatever it is. */
    public Account read(Tokens tokens) {
        Page page = new Page(tokens, lexicon, sentences, tagger);
        Moods moods = new Moods(page);
        Phrases phrases = new Phrases(page);
        Silences silences = new Silences(page, moods, phrases);
        Speakers speakers = new Speakers(page, new Cast(page), phrases);
        List<Claim> claims = new Attribution(page, moods, phrases, speakers).claims(silences);
        return new Account(page.sentences, claims, silences.silences(), moods);
    }
}
