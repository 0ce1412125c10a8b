package org.crosscheck.value;

/** A node of a taxonomy, such as a place, a kind or an organisation, and everything narrower than it. */
public record Concept(String concept) implements Value {
    public Concept {
        if (concept == null || concept.isBlank() || !Words.isLegible(concept))
            throw new InvalidValueException("concept", "Give the id of a concept, such as \"hamburg\".");
    }

    @Override
    public Type type() {
        return Type.CONCEPT;
    }

    @Override
    public Region region(Taxonomy taxonomy) {
        return new Region.Node(concept);
    }

    @Override
    public String key() {
        return concept;
    }

    @Override
    public String describe() {
        return concept;
    }
}
