package org.unknot.program;

import java.util.List;

/**
 * One named rule of the program; docs/clinical/program-rules.csv lists them all in words for a clinician to sign.
 *
 * @param id kebab-case, shown with what it keeps out
 * @param citation key into docs/clinical/sources.md
 */
record Rule(String id, String citation, Judgement judgement) {

    /** Reads a candidate against a person's case; several rulings where several facts speak, none where none does. */
    @FunctionalInterface
    interface Judgement {
        List<Ruling> on(Candidate candidate, Case person);
    }

    List<Ruling> judge(Candidate candidate, Case person) {
        return judgement.on(candidate, person);
    }
}
