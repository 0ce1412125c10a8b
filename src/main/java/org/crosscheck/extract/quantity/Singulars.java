package org.crosscheck.extract.quantity;

import java.util.Map;
import org.crosscheck.extract.text.Tables;

/** Tells plurals and makes them singular: the table {@code irregular-plurals.tsv}, and the rules of the language. */
final class Singulars {
    private static final int SHORTEST = 3;

    private final Map<String, String> irregular;

    Singulars(String language) {
        this.irregular = Tables.pairs(language, "irregular-plurals.tsv");
    }

    /** Whether {@code word} is a plural of the table: "passers-by". */
    boolean isIrregular(String word) {
        return irregular.containsKey(word);
    }

    /** Whether the folded {@code word} looks like a plural. */
    boolean isPlural(String word) {
        if (irregular.containsKey(word) || isPluralOfMan(word)) return true;
        if (word.length() < SHORTEST || !word.endsWith("s")) return false;
        char before = word.charAt(word.length() - 2);
        return before != 's'
                && before != 'u'
                && before != '\''
                && (before != 'i' || word.endsWith("taxis") || word.endsWith("skis"));
    }

    /** The singular of a folded plural; the word itself where it is none. */
    String of(String word) {
        String known = irregular.get(word);
        if (known != null) return known;
        if (isPluralOfMan(word)) return word.substring(0, word.length() - 2) + "an";
        if (word.endsWith("people") && word.length() > 6) return word.substring(0, word.length() - 6) + "person";
        if (!isPlural(word)) return word;
        return ofRegular(word);
    }

    /** "policemen", "frontwomen". */
    private static boolean isPluralOfMan(String word) {
        return word.endsWith("men") && word.length() > 4 && !word.equals("specimen") && !word.equals("regimen")
                || word.endsWith("people");
    }

    private static String ofRegular(String word) {
        String stem = word.substring(0, word.length() - 1);
        if (word.endsWith("ies") && word.length() > 4) return word.substring(0, word.length() - 3) + "y";
        if (!word.endsWith("es")) return stem;
        String shorter = word.substring(0, word.length() - 2);
        boolean hisses = shorter.endsWith("ss")
                || shorter.endsWith("sh")
                || shorter.endsWith("ch")
                || shorter.endsWith("x")
                || shorter.endsWith("zz");
        if (hisses) return shorter;
        if (shorter.endsWith("us") && shorter.length() > 4) return isUseVerb(stem) ? stem : shorter;
        return shorter.endsWith("o") && shorter.length() > 3 ? shorter : stem;
    }

    /** "houses", "causes" keep their e, which "viruses" do not have. */
    private static boolean isUseVerb(String stem) {
        return stem.endsWith("ouse") || stem.endsWith("ause") || stem.endsWith("fuse") || stem.endsWith("cuse");
    }
}
