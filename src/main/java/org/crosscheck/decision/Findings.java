package org.crosscheck.decision;

import java.util.Optional;

/** The findings that can be decided on; who keeps them implements it. */
public interface Findings {

    /** What a decision on {@code attribute} rests on now; empty where there is no finding. */
    Optional<Basis> basis(String story, String attribute);
}
