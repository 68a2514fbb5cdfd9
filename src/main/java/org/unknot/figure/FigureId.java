package org.unknot.figure;

import java.util.regex.Pattern;

/** Names one figure and its file {@code content/figure/<id>.yaml}, such as {@code knee-to-chest}. */
public record FigureId(String value) {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public FigureId {
        if (!KEBAB.matcher(value).matches() || value.length() > 60) {
            throw new IllegalArgumentException(
                    "A figure id is kebab-case of at most 60 letters, for example knee-to-chest; got: " + value);
        }
    }
}
