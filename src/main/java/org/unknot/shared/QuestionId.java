package org.unknot.shared;

import java.util.regex.Pattern;

/** Names one yes-no question about a person, such as {@code saddle-numb}; the same id names the fact it establishes. */
public record QuestionId(String value) {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public QuestionId {
        if (!KEBAB.matcher(value).matches() || value.length() > 60) {
            throw new IllegalArgumentException(
                    "A question id is kebab-case of at most 60 letters, for example saddle-numb; got: " + value);
        }
    }
}
