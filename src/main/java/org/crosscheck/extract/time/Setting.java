package org.crosscheck.extract.time;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What a time expression is understood by.
 *
 * @param now the reference time
 * @param mentions the times mentioned before
 * @param told the time of another year that the words just before tell of, which months without a year belong to; null
 *     where there is none
 * @param tense which way the words nearby look
 */
record Setting(LocalDateTime now, Mentions mentions, Span told, Tense tense) {

    LocalDate today() {
        return now.toLocalDate();
    }

    Setting looking(Tense tense) {
        return new Setting(now, mentions, told, tense);
    }

    /** Whether a time was mentioned that {@code unit}s can be counted from. */
    boolean hasAnchor(Unit unit) {
        return mentions.anchor(unit) != null;
    }

    /** The first day of the time mentioned last, that {@code unit}s are counted back from; today where there is none. */
    LocalDate anchorFirst(Unit unit) {
        return hasAnchor(unit) ? mentions.anchor(unit).first() : today();
    }

    /** The last day of the time mentioned last, that {@code unit}s are counted on from; today where there is none. */
    LocalDate anchorLast(Unit unit) {
        return hasAnchor(unit) ? mentions.anchor(unit).last() : today();
    }
}
