package org.crosscheck.value;

/** A value that denotes nothing. Carries the field at fault, as named in the JSON of the value, and what to change. */
public final class InvalidValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    public InvalidValueException(String field, String advice) {
        super(advice);
        this.field = field;
    }

    /** The field at fault, such as {@code min} or {@code edtf}. */
    public String field() {
        return field;
    }
}
