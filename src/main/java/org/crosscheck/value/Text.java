package org.crosscheck.value;

/**
 * Words. Two texts are EQUAL when they fold alike ({@link Words#fold}); a text that contains the words of another says
 * more and is NARROWER; anything else is INCOMPARABLE.
 */
public record Text(String text) implements Value {
    /** Characters (UTF-16 units) that a text may have. */
    public static final int MAX_LENGTH = 1000;

    public Text {
        if (text != null && text.length() > MAX_LENGTH)
            throw new InvalidValueException("text", "Give at most " + MAX_LENGTH + " characters.");
        if (text == null || Words.fold(text).isEmpty())
            throw new InvalidValueException("text", "Give at least one word.");
        if (!Words.isLegible(text))
            throw new InvalidValueException("text", "Leave out control characters and halves of surrogate pairs.");
    }

    @Override
    public Type type() {
        return Type.TEXT;
    }

    @Override
    public Region region(Taxonomy taxonomy) {
        return new Region.Phrase(Words.fold(text));
    }

    @Override
    public String key() {
        return Words.fold(text);
    }

    @Override
    public String describe() {
        return "“" + text + "”";
    }
}
