package org.crosscheck.extract.quantity;

/**
 * What a number counts.
 *
 * @param unit the head noun in the singular: {@code missile}
 * @param thing the whole noun phrase: {@code tomahawk cruise missile}; null where it is the head noun alone
 * @param end the index of the first token after it
 */
record Counted(String unit, String thing, int end) {}
