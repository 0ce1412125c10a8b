/**
 * Who says what in a text: sentences, attributions, reported silences, and how firmly a clause is put.
 *
 * <p>Rules over part-of-speech tags, with the words of a language in {@code extract/<language>}: verbs of saying, titles,
 * institutions, boilerplate. What is found has the three spans of the Penn Attribution Relations Corpus: source, cue, content.
 */
package org.crosscheck.extract.speech;
