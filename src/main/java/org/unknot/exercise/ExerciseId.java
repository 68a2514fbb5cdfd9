package org.unknot.exercise;

/** Names one exercise of the catalogue in kebab-case, such as {@code knee-to-chest}. */
public record ExerciseId(String value) {

    public ExerciseId {
        if (!value.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || value.length() > 60) {
            throw new IllegalArgumentException(
                    "An exercise id is kebab-case, for example knee-to-chest; got: " + value);
        }
    }
}
