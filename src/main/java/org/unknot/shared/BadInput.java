package org.unknot.shared;

/**
 * Somebody sent what we cannot use. Names the field, says what was expected and shows a good example; becomes problem+json
 * with status 400 on APIs and an error summary on pages.
 */
public final class BadInput extends RuntimeException {

    private final String field;
    private final String expected;
    private final String example;

    public BadInput(String field, String expected, String example) {
        super(field + ": expected " + expected + ", for example " + example);
        this.field = field;
        this.expected = expected;
        this.example = example;
    }

    public String field() {
        return field;
    }

    public String expected() {
        return expected;
    }

    public String example() {
        return example;
    }
}
