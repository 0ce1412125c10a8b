package org.crosscheck.value;

/**
 * A span of the calendar at a precision, written in EDTF (ISO 8601-2:2019) level 1: {@code 2017-05-02},
 * {@code 2017-07}, {@code 2017-05-03/2017-05-04}, {@code 2017-04~}, {@code 2017-05-XX}, {@code 201X}, {@code 2017-21},
 * {@code 2017/..}. See {@link Edtf} for the spans. What has no zone is read in UTC.
 */
public record Time(String edtf) implements Value {
    public Time {
        if (edtf == null)
            throw new InvalidValueException("edtf", "Give an EDTF date, such as 2017-05-02, 2017-07 or 2017-04~.");
        Edtf.span(edtf);
    }

    @Override
    public Type type() {
        return Type.TIME;
    }

    @Override
    public Region region(Taxonomy taxonomy) {
        return new Region.Range(new Axis(Axis.Kind.TIME, ""), Edtf.span(edtf));
    }

    @Override
    public String key() {
        return edtf;
    }

    @Override
    public String describe() {
        return edtf;
    }
}
