package org.unknot.triage;

/** What something comes to at least and at most, whatever the questions still open turn out to be answered with. */
record Span(Certainty least, Certainty most) {

    static final Span NO = of(Certainty.NO);
    static final Span DOUBT = of(Certainty.DOUBT);
    static final Span YES = of(Certainty.YES);
    static final Span OPEN = new Span(Certainty.NO, Certainty.YES);

    static Span of(Certainty certainty) {
        return new Span(certainty, certainty);
    }

    static Span of(boolean holds) {
        return holds ? YES : NO;
    }

    boolean open() {
        return least != most;
    }
}
