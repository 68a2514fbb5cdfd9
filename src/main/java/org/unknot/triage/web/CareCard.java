package org.unknot.triage.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.unknot.guidance.Guidance;
import org.unknot.guidance.LocalePack;
import org.unknot.shared.Texts;
import org.unknot.triage.Clearance;
import org.unknot.triage.Level;
import org.unknot.triage.Verdict;

/** What a level says to do, with the numbers of the country that the clinic chose; none chosen, none guessed. */
@Component
class CareCard {

    private final Texts texts;
    private final Guidance guidance;

    CareCard(Texts texts, Guidance guidance) {
        this.texts = texts;
        this.guidance = guidance;
    }

    /**
     * Which card: the level's own, or one that promises less. Nobody is told to start while nothing is cleared, nor to do more
     * than rest while only rest is.
     */
    String name(Verdict verdict) {
        Level level = verdict.disposition().level();
        return switch (level) {
            case EMERGENCY_NOW, SAME_DAY, WITHIN_DAYS -> level.word();
            case CLINICIAN_ROUTINE, SELF_CARE -> {
                if (verdict.clearedFor().isEmpty() || verdict.disposition().stillOpen()) {
                    yield "open";
                }
                yield verdict.clears(Clearance.STRETCHES) ? level.word() : "ease-only";
            }
        };
    }

    String advice(Verdict verdict) {
        Optional<LocalePack> pack = guidance.localePack();
        return texts.text(
                "triage.card." + name(verdict) + ".advice",
                pack.map(it -> it.emergency().number()).orElseGet(() -> texts.text("triage.call.local")),
                pack.map(LocalePack::emergencyDepartment).orElseGet(() -> texts.text("triage.call.department")));
    }

    /** The advice with what to watch for, for whoever shows no page of ours. */
    String wholeAdvice(Verdict verdict) {
        return verdict.disposition().level() == Level.EMERGENCY_NOW
                ? advice(verdict)
                : String.join(" ", advice(verdict), texts.text("triage.call.watch"));
    }

    /** The line to ring at this level, if the country has one. */
    Optional<LocalePack.Line> line(Level level) {
        Optional<LocalePack> pack = guidance.localePack();
        return switch (level) {
            case EMERGENCY_NOW -> pack.map(LocalePack::emergency);
            case SAME_DAY, WITHIN_DAYS -> pack.flatMap(LocalePack::nurseLine);
            case CLINICIAN_ROUTINE, SELF_CARE -> Optional.empty();
        };
    }
}
