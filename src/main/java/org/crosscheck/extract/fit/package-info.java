/**
 * Fits what a text says to the questions that a story asks: which attribute a value answers, which party speaks, which concept
 * a name means; and what to ask where nothing fits.
 */
package org.crosscheck.extract.fit;
