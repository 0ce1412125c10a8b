package org.crosscheck.monitor;

import java.util.List;
import java.util.Optional;

/**
 * A part of the program that may be worse than it should be while requests are still served. Each package that has one makes a bean
 * of it, and {@link Watch} looks after it.
 */
public interface Part {

    /** Its name in what health and metrics say, such as {@code webhooks}. */
    String name();

    /** What it has to ask the database for: taken anew before each {@link #trouble}. */
    default List<Sample<?>> samples() {
        return List.of();
    }

    /** What is not as it should be, in words for an operator and without anybody's data; empty where it is well. Asks nobody. */
    Optional<String> trouble();
}
