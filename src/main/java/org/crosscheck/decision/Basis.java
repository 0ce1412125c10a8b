package org.crosscheck.decision;

import org.crosscheck.verdict.Flag;

/**
 * What a decision on a finding rests on, besides the facts themselves.
 *
 * @param finding the finding in JSON, without the words that only present it
 */
public record Basis(Flag verdict, String finding) {}
