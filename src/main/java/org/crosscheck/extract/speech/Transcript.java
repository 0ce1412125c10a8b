package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The turns of a transcript: paragraphs that start with a name and a colon, "SMITH: I never saw it." */
final class Transcript {
    private static final int LONGEST_LABEL = 5;

    private final Page page;

    Transcript(Page page) {
        this.page = page;
    }

    /** A turn: the words of its label, and the paragraph's last word. */
    private record Turn(Span label, int last) {}

    void claims(List<Claim> claims, Speakers speakers, Moods moods) {
        for (Turn turn : turns()) {
            int colon = turn.label().last() + 1;
            if (page.quotationOf(colon + 1) >= 0) continue;
            Word mark = page.word(colon);
            int start = page.word(colon + 1).start();
            claims.add(new Claim(
                    start,
                    page.word(turn.last()).end(),
                    List.of(speakers.of(turn.label())),
                    moods.certaintyAt(start, start + 1),
                    false,
                    true,
                    mark.start(),
                    mark.end(),
                    "speech.transcript"));
        }
    }

    private List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int s = 0; s < page.sentences.size(); ) {
            int to = s;
            while (to < page.sentences.size()
                    && page.sentences.get(to).paragraph()
                            == page.sentences.get(s).paragraph()) to++;
            Span label = page.sentences.get(s).boilerplate() ? null : label(page.first(s), page.end(to - 1));
            if (label != null) {
                turns.add(new Turn(label, page.end(to - 1) - 1));
                counts.merge(page.text(label.first(), label.last()), 1, Integer::sum);
            }
            s = to;
        }
        // one name and a colon is a label of something else, and so are words that name nobody: "STORM HITS COAST: Four
        // dead"
        if (turns.size() < 2) return List.of();
        boolean several = counts.size() > 1;
        boolean transcript = several && counts.values().stream().anyMatch(count -> count > 1);
        turns.removeIf(turn -> {
            Span label = turn.label();
            int words = label.last() - label.first() + 1;
            boolean repeated = counts.get(page.text(label.first(), label.last())) > 1;
            return !(repeated && several) && !(transcript && words <= 2) && !speaks(label);
        });
        return turns;
    }

    /** A first name, a title, a role, or a single letter as in "Q: Why?". */
    private boolean speaks(Span label) {
        if (label.first() == label.last() && page.word(label.first()).text().length() == 1) return true;
        if (page.lexicon.role(page.word(label.last()).folded()) != null) return true;
        for (int i = label.first(); i < label.last(); i++) if (page.in(i, "preposition")) return false;
        String first = page.word(label.first()).text();
        String cased = first.substring(0, 1) + first.substring(1).toLowerCase(Locale.ROOT);
        return page.lexicon.firstName(cased) != null
                || page.lexicon.title(cased) != null
                || page.lexicon.title(first) != null;
    }

    private Span label(int from, int to) {
        for (int i = from; i < Math.min(to - 1, from + LONGEST_LABEL + 1); i++) {
            if (page.is(i, ":")) return i > from ? new Span(from, i - 1) : null;
            if (!page.word(i).capital() && !page.is(i, ".")) return null;
        }
        return null;
    }
}
