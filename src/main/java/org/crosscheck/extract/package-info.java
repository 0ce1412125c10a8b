/**
 * Text in, proposed facts out: values ({@code quantity}, {@code time}), who says what ({@code speech}), and how both fit the
 * attributes of a story. Rules that explain themselves, over data in {@code extract/<language>}; deterministic, and linear
 * in the length of the text.
 *
 * <p>Plain Java: {@code value}, ICU4J and OpenNLP, no framework, no storage.
 */
package org.crosscheck.extract;
