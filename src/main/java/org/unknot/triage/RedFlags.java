package org.unknot.triage;

import static org.unknot.triage.Condition.all;
import static org.unknot.triage.Condition.any;
import static org.unknot.triage.Condition.atLeast;
import static org.unknot.triage.Condition.mentioned;
import static org.unknot.triage.Condition.told;
import static org.unknot.triage.Level.CLINICIAN_ROUTINE;
import static org.unknot.triage.Level.EMERGENCY_NOW;
import static org.unknot.triage.Level.SAME_DAY;
import static org.unknot.triage.Level.WITHIN_DAYS;

import java.util.List;
import org.unknot.triage.Condition.AgeFrom;
import org.unknot.triage.Condition.AgeUnder;
import org.unknot.triage.Condition.DaysFrom;
import org.unknot.triage.Condition.NotWithinDays;
import org.unknot.triage.Condition.PainFrom;

/**
 * The rule book: clinical.md §1.2 row by row. To add a rule is to add a value here, its sentence in content/triage, and a row
 * that holds and one that just misses in docs/clinical/triage-rules.csv. Age over 50, night pain, an earlier episode, slow
 * progress and stiffness are no rules: alone they say too little, and four in five people have one.
 */
final class RedFlags {

    /** Pain on the 0 to 10 scale from which it counts as severe. */
    static final int SEVERE = 8;

    static final int FOUR_WEEKS = 28;
    static final int CHILD = 16;

    private static final Condition SEVERE_PAIN = new PainFrom(SEVERE);
    private static final Condition BRITTLE = any(new AgeFrom(50), mentioned("osteoporosis"));
    private static final Condition OVER_THREE_MONTHS = any(new DaysFrom(84), told("over-3-months"));
    private static final Condition BEGAN_YOUNG = any(new AgeUnder(45), told("axspa-before-45"));

    static final List<RedFlag> ALL = List.of(
            // Cauda equina: each new-or-worse sign alone, sciatica not required
            new RedFlag("saddle-numb", EMERGENCY_NOW, "S8", told("saddle-numb")),
            new RedFlag("bladder-change", EMERGENCY_NOW, "S8", told("bladder-change")),
            new RedFlag("bowel-change", EMERGENCY_NOW, "S8", told("bowel-change")),
            new RedFlag("sexual-change", EMERGENCY_NOW, "S8", told("sexual-change")),
            new RedFlag("both-legs-new", EMERGENCY_NOW, "S5", told("both-legs-new")),
            new RedFlag("old-bladder-bowel-saddle", SAME_DAY, "J-old-signs", told("old-bladder-bowel-saddle")),
            // Not a back problem
            new RedFlag("chest-pain", EMERGENCY_NOW, "S6", told("chest-pain")),
            new RedFlag("pregnancy-danger", EMERGENCY_NOW, "triage", told("pregnancy-danger")),
            // Severe or growing nerve loss
            new RedFlag("weakness-fast", EMERGENCY_NOW, "S7", told("weakness-fast")),
            new RedFlag("leg-weak", SAME_DAY, "S7", told("leg-weak")),
            new RedFlag("arms-or-walk", SAME_DAY, "S7", told("arms-or-walk")),
            // Trauma
            new RedFlag("trauma", EMERGENCY_NOW, "J-trauma", told("trauma")),
            new RedFlag("blood-thinner-blow", EMERGENCY_NOW, "J-trauma", told("blood-thinner-blow")),
            new RedFlag("other-blow-severe", SAME_DAY, "J-trauma", all(told("other-blow"), SEVERE_PAIN)),
            // Aorta
            new RedFlag("belly-pulse-severe", EMERGENCY_NOW, "S7", all(told("belly-pulse"), SEVERE_PAIN)),
            new RedFlag("belly-pulse", SAME_DAY, "S7", told("belly-pulse")),
            // Infection: a risk alone says nothing
            new RedFlag("fever", SAME_DAY, "S9", told("fever")),
            new RedFlag(
                    "infection-risk-severe",
                    SAME_DAY,
                    "S9",
                    all(told("infection-risk"), SEVERE_PAIN, told("no-position-eases"))),
            // Fragility fracture: combined, age alone never
            new RedFlag("fragile-fall", WITHIN_DAYS, "J-fragile", told("fragile-fall")),
            new RedFlag("fragile-fall-severe", SAME_DAY, "J-fragile", all(told("fragile-fall"), SEVERE_PAIN)),
            new RedFlag("sudden-midline", WITHIN_DAYS, "J-fragile", all(told("sudden-midline"), BRITTLE)),
            new RedFlag(
                    "sudden-midline-severe", SAME_DAY, "J-fragile", all(told("sudden-midline"), BRITTLE, SEVERE_PAIN)),
            new RedFlag("lost-height", CLINICIAN_ROUTINE, "J-fragile", told("lost-height")),
            new RedFlag(
                    "lost-height-brittle",
                    WITHIN_DAYS,
                    "J-fragile",
                    all(told("lost-height"), any(new AgeFrom(70), mentioned("osteoporosis")))),
            // Cancer
            new RedFlag("cancer", WITHIN_DAYS, "S3", told("cancer")),
            new RedFlag(
                    "cancer-unwell",
                    SAME_DAY,
                    "S3",
                    all(told("cancer"), any(told("leg-weak"), told("arms-or-walk"), told("confused-or-thirsty")))),
            new RedFlag("weight-loss", WITHIN_DAYS, "S7", told("weight-loss")),
            new RedFlag("constant-night", CLINICIAN_ROUTINE, "S7", told("constant-night")),
            new RedFlag(
                    "constant-night-combined",
                    WITHIN_DAYS,
                    "S7",
                    all(
                            told("constant-night"),
                            any(
                                    new AgeFrom(50),
                                    new DaysFrom(FOUR_WEEKS),
                                    told("over-3-months"),
                                    told("infection-risk")))),
            // Kidney and pelvis
            new RedFlag("urine", WITHIN_DAYS, "triage", told("urine")),
            new RedFlag("urine-unwell", SAME_DAY, "triage", all(told("urine"), any(SEVERE_PAIN, told("fever")))),
            // Long-standing inflammation of the spine: names whom to see, an over-3-months yes is routine already
            new RedFlag("axspa-refer", CLINICIAN_ROUTINE, "S10", all(OVER_THREE_MONTHS, BEGAN_YOUNG, axspaSigns(4))),
            new RedFlag("axspa-test", CLINICIAN_ROUTINE, "S10", all(OVER_THREE_MONTHS, BEGAN_YOUNG, axspaSigns(3))),
            // Legs
            new RedFlag("radicular", CLINICIAN_ROUTINE, "S11", all(told("leg-pain"), told("below-knee"))),
            new RedFlag("stenosis", CLINICIAN_ROUTINE, "triage", told("legs-long-standing")),
            // Course and severity
            new RedFlag("under-16", WITHIN_DAYS, "J-gates", new AgeUnder(CHILD)),
            new RedFlag("severe-no-ease", SAME_DAY, "J-gates", all(SEVERE_PAIN, told("no-position-eases"))),
            new RedFlag("severe-three-days", WITHIN_DAYS, "J-gates", all(SEVERE_PAIN, new DaysFrom(3))),
            new RedFlag("no-ease", CLINICIAN_ROUTINE, "J-gates", told("no-position-eases")),
            new RedFlag("not-better", CLINICIAN_ROUTINE, "S12", all(told("not-better"), new NotWithinDays(FOUR_WEEKS))),
            new RedFlag("six-weeks", CLINICIAN_ROUTINE, "S12", new DaysFrom(42)),
            new RedFlag("persistent", CLINICIAN_ROUTINE, "course", OVER_THREE_MONTHS));

    private RedFlags() {}

    private static Condition axspaSigns(int count) {
        return atLeast(
                count,
                any(new AgeUnder(35), told("axspa-before-35")),
                told("axspa-night"),
                told("axspa-buttock"),
                told("axspa-moving"),
                told("axspa-nsaid"),
                told("axspa-family"),
                told("axspa-joints"),
                told("axspa-heel"),
                told("axspa-skin"),
                told("axspa-eye-or-bowel"));
    }
}
