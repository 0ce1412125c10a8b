package org.crosscheck.extract.speech;

import java.util.List;
import java.util.Optional;

/** Who says what in a text. Whatever no claim covers, the text says in its own voice. */
public final class Account {
    private final List<Sentence> sentences;
    private final List<Claim> claims;
    private final List<Silence> silences;
    private final Moods moods;
    /** The furthest end of the claims up to each, which tells how far back a claim that covers a span may start. */
    private final int[] reach;

    Account(List<Sentence> sentences, List<Claim> claims, List<Silence> silences, Moods moods) {
        this.sentences = List.copyOf(sentences);
        this.claims = List.copyOf(claims);
        this.silences = List.copyOf(silences);
        this.moods = moods;
        this.reach = new int[claims.size()];
        for (int i = 0, furthest = 0; i < reach.length; i++) {
            furthest = Math.max(furthest, claims.get(i).end());
            reach[i] = furthest;
        }
    }

    /** In the order of the text. */
    public List<Sentence> sentences() {
        return sentences;
    }

    /** By where they start, the longer of two first. */
    public List<Claim> claims() {
        return claims;
    }

    /** In the order of the text. */
    public List<Silence> silences() {
        return silences;
    }

    /** The innermost claim that covers a span; none where the text speaks in its own voice. */
    public Optional<Claim> claimAt(int start, int end) {
        int at = innermostAt(start, end);
        return at < 0 ? Optional.empty() : Optional.of(claims.get(at));
    }

    private int innermostAt(int start, int end) {
        int from = claims.size() - 1;
        for (int low = 0, high = claims.size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (claims.get(middle).start() <= start) low = middle + 1;
            else high = middle;
            from = low - 1;
        }
        int innermost = -1;
        for (int i = from; i >= 0 && reach[i] >= end; i--) {
            boolean narrower = innermost < 0 || width(claims.get(i)) < width(claims.get(innermost));
            if (claims.get(i).covers(start, end) && narrower) innermost = i;
        }
        return innermost;
    }

    /** All claims to the same words: two where two speakers are joined, as in "both the bank and the ministry said". */
    public List<Claim> claimsAt(int start, int end) {
        int at = innermostAt(start, end);
        if (at < 0) return List.of();
        int from = at;
        while (from > 0 && isSameContent(claims.get(from - 1), claims.get(at))) from--;
        int to = at + 1;
        while (to < claims.size() && isSameContent(claims.get(to), claims.get(at))) to++;
        return claims.subList(from, to);
    }

    private static boolean isSameContent(Claim a, Claim b) {
        return a.start() == b.start() && a.end() == b.end();
    }

    /** How firmly the clause around a span is put, whoever says it. */
    public Certainty certaintyAt(int start, int end) {
        return moods.certaintyAt(start, end);
    }

    /** Whether the clause around a span is negated: "did not", "never", "there is no evidence that". */
    public boolean deniedAt(int start, int end) {
        return moods.deniedAt(start, end);
    }

    /** The sentence in which an offset lies; none between sentences. */
    public Optional<Sentence> sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).end() > offset) high = middle;
            else low = middle + 1;
        }
        return low < sentences.size() && sentences.get(low).contains(offset)
                ? Optional.of(sentences.get(low))
                : Optional.empty();
    }

    private static int width(Claim claim) {
        return claim.end() - claim.start();
    }
}
