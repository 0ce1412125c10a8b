package org.crosscheck.extract.fit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/** Content words without their endings, so that "launched" and "launches" are one. Not words of a dictionary. */
final class Stems {
    private static final List<String> ENDINGS = List.of("ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y");
    private static final int SHORTEST = 3;

    private final Set<String> stopWords;
    /** Forms of irregular verbs, and the verb. */
    private final Map<String, String> irregular;

    Stems(String language) {
        this.stopWords = Tables.words(language, "stopwords.tsv");
        this.irregular = Tables.pairs(language, "irregular-verbs.tsv");
    }

    /** The stems of all content words of {@code text}, in their order. */
    Set<String> of(String text) {
        Tokens tokens = Tokens.of(text);
        return of(tokens, 0, tokens.size());
    }

    /** The stems of the content words among the tokens from {@code from}, up to and without {@code to}. */
    Set<String> of(Tokens tokens, int from, int to) {
        Set<String> stems = new LinkedHashSet<>();
        for (int i = Math.max(0, from); i < Math.min(to, tokens.size()); i++) {
            if (isContent(tokens.at(i))) stems.add(stem(tokens.at(i).folded()));
        }
        return stems;
    }

    boolean isContent(Token token) {
        return token.isWord() && token.folded().length() > 1 && !stopWords.contains(token.folded());
    }

    /** What all forms of a folded word have in common. */
    String stem(String inflected) {
        String word = irregular.getOrDefault(inflected, inflected);
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST)
                return word.substring(0, word.length() - ending.length());
        }
        return word;
    }
}
