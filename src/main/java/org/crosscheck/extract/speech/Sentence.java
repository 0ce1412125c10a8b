package org.crosscheck.extract.speech;

/**
 * A sentence, or a line that stands for one, such as a headline.
 *
 * @param start where it starts in the text, in UTF-16 units
 * @param end where it ends, exclusive
 * @param paragraph the number of its paragraph, from 0
 * @param boilerplate whether it belongs to the page rather than to the article: a newsletter form, a photo credit, a byline,
 *     the headlines of other articles
 */
public record Sentence(int start, int end, int paragraph, boolean boilerplate) {
    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }
}
