package org.unknot.triage;

import java.util.List;

/** Where a person should go, with reasons. Sealed: whoever switches over it must say what happens at every level. */
public sealed interface Disposition {

    List<Reason> reasons();

    Level level();

    /** Whether it rests on nothing but questions that nobody has answered yet. */
    default boolean stillOpen() {
        return reasons().stream().anyMatch(reason -> reason.rule().equals(Rules.STILL_OPEN));
    }

    /** Call the emergency number, keep still. */
    record EmergencyNow(List<Reason> reasons) implements Disposition {
        @Override
        public Level level() {
            return Level.EMERGENCY_NOW;
        }
    }

    /** Be seen today, at an emergency department or by a doctor. */
    record SameDay(List<Reason> reasons) implements Disposition {
        @Override
        public Level level() {
            return Level.SAME_DAY;
        }
    }

    /** See a doctor within days. */
    record WithinDays(List<Reason> reasons) implements Disposition {
        @Override
        public Level level() {
            return Level.WITHIN_DAYS;
        }
    }

    /** Book a clinician; nothing is urgent. Also where unanswered questions leave a person. */
    record ClinicianRoutine(List<Reason> reasons) implements Disposition {
        @Override
        public Level level() {
            return Level.CLINICIAN_ROUTINE;
        }
    }

    /** Care at home with a safety net. Never means safe. */
    record SelfCare(List<Reason> reasons) implements Disposition {
        @Override
        public Level level() {
            return Level.SELF_CARE;
        }
    }
}
