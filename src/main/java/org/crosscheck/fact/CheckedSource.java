package org.crosscheck.fact;

import java.util.List;
import org.crosscheck.source.SourceView;

/**
 * A source that has been checked.
 *
 * @param document with nothing left to default
 * @param facts what it reports; null where the facts that are stored stay
 */
public record CheckedSource(SourceView document, List<NormalFact> facts) {}
