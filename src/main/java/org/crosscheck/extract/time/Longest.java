package org.crosscheck.extract.time;

/** The longest of what several readers read, the first of those as long. */
final class Longest implements Reader {
    private final Reader[] readers;

    Longest(Reader... readers) {
        this.readers = readers.clone();
    }

    @Override
    public Reading read(Terms terms, int i) {
        Reading longest = null;
        for (Reader reader : readers) longest = Reading.longer(longest, reader.read(terms, i));
        return longest;
    }
}
