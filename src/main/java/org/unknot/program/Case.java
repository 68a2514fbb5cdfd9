package org.unknot.program;

/** One person's situation, with what follows from it: their answers as facts, and the course so far. */
record Case(Situation situation, Facts facts, Course course) {

    static Case of(Situation situation, Repertoire repertoire) {
        return new Case(situation, new Facts(situation.triaged().answers()), Course.of(situation, repertoire));
    }
}
