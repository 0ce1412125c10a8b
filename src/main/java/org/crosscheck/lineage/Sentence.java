package org.crosscheck.lineage;

/**
 * A sentence of a text, long enough to be recognised.
 *
 * @param start where it starts in its text, in UTF-16 units
 * @param end where it ends, exclusive
 * @param words how many words it has, honorifics left out
 * @param unquoted how many of them stand outside quotation marks
 * @param prints hashes of its shingles, sorted, each once; never fewer than {@link #FEWEST}
 */
public record Sentence(int start, int end, int words, int unquoted, long[] prints) {
    /**
     * The shingles of a sentence of eight different words, which hardly two people write by chance. A shorter sentence, like "He
     * declined to comment.", tells nothing.
     */
    public static final int FEWEST = 6;
}
