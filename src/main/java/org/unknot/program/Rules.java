package org.unknot.program;

import java.util.List;

/**
 * The rule book: everything that can keep something out of a program. The order decides only which reason is told first. Each
 * is needed: the property test turns red without any of those that forbid a movement.
 */
final class Rules {

    static final List<Rule> ALL = List.of(
            GateRules.UNDER_SIXTEEN,
            GateRules.CLEARANCE,
            GateRules.RECHECK,
            GateRules.CLOSED,
            GateRules.HEAT_REFUSAL,
            CautionRules.AVOIDANCE,
            DirectionRules.LOCK,
            CourseRules.REST,
            CautionRules.BLOCK,
            DirectionRules.DIRECTION,
            CautionRules.PREGNANCY,
            CautionRules.EASE,
            DirectionRules.POSITION,
            CourseRules.PHASE,
            CourseRules.PAIN_NOW);

    private Rules() {}
}
