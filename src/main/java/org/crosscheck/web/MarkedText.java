package org.crosscheck.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Cuts a text wherever something in it starts or ends, so that what overlaps can be shown. */
final class MarkedText {
    private MarkedText() {}

    /**
     * A place in a text, in UTF-16 units.
     *
     * @param end exclusive
     * @param what is there
     */
    record Mark<T>(int start, int end, T what) {}

    /**
     * A part of the text without a cut.
     *
     * @param marks what is there, the shortest first
     * @param starting those of them that start with it
     * @param ending those of them that end with it
     */
    record Piece<T>(String text, List<T> marks, List<T> starting, List<T> ending) {}

    /** The pieces, which together are the text. {@code marks} may overlap; what of them is outside of the text is left out. */
    static <T> List<Piece<T>> of(String text, List<Mark<T>> marks) {
        TreeMap<Integer, List<Mark<T>>> cuts = new TreeMap<>();
        cuts.put(0, new ArrayList<>());
        cuts.put(text.length(), new ArrayList<>());
        for (Mark<T> mark : marks) {
            Mark<T> fitted = new Mark<>(cut(text, mark.start()), cut(text, mark.end()), mark.what());
            if (fitted.start() >= fitted.end()) continue;
            cuts.computeIfAbsent(fitted.start(), at -> new ArrayList<>()).add(fitted);
            cuts.computeIfAbsent(fitted.end(), at -> new ArrayList<>());
        }
        List<Piece<T>> pieces = new ArrayList<>();
        List<Mark<T>> here = new ArrayList<>();
        for (Integer from = 0, to = cuts.higherKey(0); to != null; from = to, to = cuts.higherKey(from)) {
            int start = from;
            here.removeIf(mark -> mark.end() <= start);
            here.addAll(cuts.get(from));
            here.sort(Comparator.comparing(mark -> mark.end() - mark.start()));
            pieces.add(piece(text, from, to, here));
        }
        return pieces;
    }

    private static <T> Piece<T> piece(String text, int from, int to, List<Mark<T>> here) {
        return new Piece<>(
                text.substring(from, to),
                here.stream().map(Mark::what).toList(),
                here.stream()
                        .filter(mark -> mark.start() == from)
                        .map(Mark::what)
                        .toList(),
                here.stream().filter(mark -> mark.end() == to).map(Mark::what).toList());
    }

    /** The place in {@code text}, and not within a character that is two units long. */
    private static int cut(String text, int place) {
        if (place <= 0) return 0;
        if (place >= text.length()) return text.length();
        boolean within =
                Character.isHighSurrogate(text.charAt(place - 1)) && Character.isLowSurrogate(text.charAt(place));
        return within ? place - 1 : place;
    }
}
