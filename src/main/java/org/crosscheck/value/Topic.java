package org.crosscheck.value;

/** That the matter is addressed at all. */
public record Topic() implements Value {
    @Override
    public Type type() {
        return Type.TOPIC;
    }

    @Override
    public Region region(Taxonomy taxonomy) {
        return new Region.Addressed();
    }

    @Override
    public String key() {
        return "topic";
    }

    @Override
    public String describe() {
        return "that it is so";
    }
}
