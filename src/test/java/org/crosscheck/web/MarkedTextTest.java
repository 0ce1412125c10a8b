package org.crosscheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crosscheck.web.MarkedText.Mark;
import org.crosscheck.web.MarkedText.Piece;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A text with marks that overlap is cut into pieces that are still the text. */
class MarkedTextTest {
    private static final String[] CHARACTERS = {"a", " ", "\n", "<", "é", "e\u0301", "😀"};

    private final Random random = new Random();

    private String drawnText() {
        return random.ints(random.nextInt(40), 0, CHARACTERS.length)
                .mapToObj(i -> CHARACTERS[i])
                .collect(Collectors.joining());
    }

    private Mark<Integer> drawnMark(int id, String text) {
        int start = random.nextInt(text.length() + 3) - 1;
        return new Mark<>(start, start + random.nextInt(text.length() + 3), id);
    }

    private static String textOf(List<Piece<Integer>> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    @RepeatedTest(300)
    void the_pieces_are_the_text_and_those_of_a_mark_are_what_it_marks() {
        String text = drawnText();
        List<Mark<Integer>> marks = IntStream.range(0, random.nextInt(8))
                .mapToObj(id -> drawnMark(id, text))
                .toList();
        List<Piece<Integer>> pieces = MarkedText.of(text, marks);
        assertThat(textOf(pieces)).isEqualTo(text);
        for (Mark<Integer> mark : marks) {
            List<Piece<Integer>> of = pieces.stream()
                    .filter(piece -> piece.marks().contains(mark.what()))
                    .toList();
            String marked = textOf(of);
            String meant = text.substring(
                    Math.min(Math.max(0, mark.start()), text.length()),
                    Math.min(Math.max(0, mark.end()), text.length()));
            if (wholeCharacters(text, mark)) assertThat(marked).isEqualTo(meant);
            assertThat(pieces.stream().filter(piece -> piece.starting().contains(mark.what())))
                    .hasSize(marked.isEmpty() ? 0 : 1);
            assertThat(pieces.stream().filter(piece -> piece.ending().contains(mark.what())))
                    .hasSize(marked.isEmpty() ? 0 : 1);
        }
        assertThat(pieces)
                .noneSatisfy(piece -> assertThat(
                                Character.isLowSurrogate(piece.text().charAt(0)))
                        .isTrue());
    }

    private static boolean wholeCharacters(String text, Mark<Integer> mark) {
        return List.of(mark.start(), mark.end()).stream()
                .allMatch(place -> place <= 0
                        || place >= text.length()
                        || !Character.isLowSurrogate(text.charAt(place))
                        || !Character.isHighSurrogate(text.charAt(place - 1)));
    }

    @Test
    void the_shortest_mark_comes_first_and_starts_and_ends_where_it_should() {
        List<Piece<String>> pieces =
                MarkedText.of("0123456789", List.of(new Mark<>(1, 9, "outer"), new Mark<>(3, 5, "inner")));
        List<List<String>> marks = new ArrayList<>();
        pieces.forEach(piece -> marks.add(piece.marks()));
        assertThat(marks)
                .containsExactly(List.of(), List.of("outer"), List.of("inner", "outer"), List.of("outer"), List.of());
        assertThat(pieces.get(2).starting()).containsExactly("inner");
        assertThat(pieces.get(2).ending()).containsExactly("inner");
        assertThat(pieces.get(3).ending()).containsExactly("outer");
    }
}
