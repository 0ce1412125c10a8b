package org.crosscheck.extract.speech;

import org.crosscheck.extract.speech.Lexicon.Verb;

/** Corrects the tags of words that the model often takes for something else, where the words beside them decide. */
final class Repairs {
    private final Page page;
    private final String[] tags;

    Repairs(Page page, String[] tags) {
        this.page = page;
        this.tags = tags;
    }

    void repair(int from, int to) {
        for (int i = from; i < to; i++) {
            String better = better(i, from, to);
            if (better != null) tags[i] = better;
        }
    }

    private static boolean plural(Word word) {
        return word.folded().endsWith("s") && !word.folded().endsWith("ss") && !word.capital();
    }

    private boolean reports(int i) {
        Verb verb = page.lexicon.verb(page.word(i).folded());
        return verb != null && verb.form() == Lexicon.Form.PAST;
    }

    private String better(int i, int from, int to) {
        Word word = page.word(i);
        String next = i + 1 < to ? tags[i + 1] : "";
        String before = i > from ? tags[i - 1] : "";
        // "to employees"
        if (page.is(i - 1, "to") && tags[i].equals("VERB") && plural(word)) {
            tags[i - 1] = "ADP";
            return "NOUN";
        }
        switch (word.folded()) {
            case "'s", "'" -> {
                boolean possessive = !word.spaced() && (before.equals("NOUN") || before.equals("PROPN"));
                return possessive && (tags[i].equals("PUNCT") || tags[i].equals("X")) && word.is("'s") ? "PART" : null;
            }
            case "that" -> {
                boolean clause =
                        next.equals("DET") || next.equals("PRON") || next.equals("PROPN") || next.equals("NUM");
                return tags[i].equals("PRON") && clause && !before.isEmpty() ? "SCONJ" : null;
            }
            case "amid", "despite" -> {
                return "ADP";
            }
            default -> {}
        }
        if (page.lexicon.role(word.folded()) != null
                && (tags[i].equals("ADJ") || tags[i].equals("VERB"))
                && !word.is("many")
                && !word.is("some")) {
            boolean ends = next.equals("VERB") || next.equals("AUX") || next.equals("PUNCT");
            boolean verb =
                    tags[i].equals("VERB") && !before.equals("DET") && !before.equals("ADJ") && !before.equals("PROPN");
            return ends && !verb ? "NOUN" : null;
        }
        if (tags[i].equals("ADJ")
                && next.equals("ADJ")
                && page.lexicon.institution(word.folded()) != null
                && reports(i + 1)) return "NOUN";
        if (tags[i].equals("ADJ")
                && reports(i)
                && (before.equals("NOUN") || before.equals("PROPN"))
                && (next.equals("NOUN") || next.equals("PROPN"))) return "VERB";
        Verb verb = page.lexicon.verb(word.folded());
        if (verb != null && (tags[i].equals("ADJ") || tags[i].equals("NOUN") && verb.form() == Lexicon.Form.PAST)) {
            boolean subject = before.equals("PRON") || before.equals("PROPN") || before.equals("NOUN");
            return subject
                            && (next.equals("SCONJ") || next.equals("PRON") || next.equals("DET"))
                            && page.lexicon.noun(word.folded()) == null
                    ? "VERB"
                    : null;
        }
        return null;
    }
}
