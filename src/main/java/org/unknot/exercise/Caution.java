package org.unknot.exercise;

import org.unknot.shared.QuestionId;

/** Why a person with a certain fact about them must not do an exercise, or does its easier form instead. */
public sealed interface Caution {

    /** The question whose answer decides. Only an explicit no lifts a block; a yes or not sure keeps it, silence asks first. */
    QuestionId when();

    /** One plain sentence for the person. */
    String why();

    /** Key into docs/clinical/sources.md. */
    String citation();

    /** Not offered until the question was answered with no. */
    record Block(QuestionId when, String why, String citation) implements Caution {}

    /** Offered in the easier form named, unless the question was answered with no. */
    record Ease(QuestionId when, ExerciseId to, String why, String citation) implements Caution {}
}
