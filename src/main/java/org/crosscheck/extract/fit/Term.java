package org.crosscheck.extract.fit;

import java.util.List;

/**
 * A concept that names in texts may mean.
 *
 * @param names its label and its other names
 * @param broader ids of the concepts that directly contain it
 */
public record Term(String id, String scheme, List<String> names, List<String> broader) {}
