/**
 * The quantities and positions that a text states: numbers, percentages, money, measures, ages, counted things. Numbers are
 * found first; what belongs to each is then looked for to its left (bounds, currencies) and to its right (units, nouns).
 */
package org.crosscheck.extract.quantity;
