package org.crosscheck.extract.fit;

import java.util.List;

/**
 * A country, a part of the world or a town.
 *
 * @param id as a concept's: {@code kazakhstan}
 * @param label its usual name
 * @param names its other names
 * @param broader ids of the places that directly contain it
 */
public record Place(String id, String label, List<String> names, List<String> broader) {}
