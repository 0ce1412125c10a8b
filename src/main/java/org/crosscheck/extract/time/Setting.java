package org.crosscheck.extract.time;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What a time expression is understood by.
 *
 * @param now the reference time
 * @param anchor the time mentioned last; null where there is none yet
 * @param tense which way the words nearby look
 */
record Setting(LocalDateTime now, Span anchor, Tense tense) {

    LocalDate today() {
        return now.toLocalDate();
    }

    Setting looking(Tense tense) {
        return new Setting(now, anchor, tense);
    }

    /** The day that "the day after" counts from. */
    LocalDate anchorFirst() {
        return anchor == null ? today() : anchor.first();
    }

    LocalDate anchorLast() {
        return anchor == null ? today() : anchor.last();
    }
}
