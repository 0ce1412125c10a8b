package org.crosscheck.extract.fit;

import org.crosscheck.value.Value;

/** A value in a text, at the tokens from {@code first} to {@code last}, both included, that may answer questions of its type. */
record Candidate(int first, int last, Value value, String thing, String rule) {}
