package org.unknot.triage.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.unknot.guidance.Guidance;
import org.unknot.guidance.LocalePack;
import org.unknot.shared.Texts;
import org.unknot.triage.Level;

/** What a level says to do, with the numbers of the country that the clinic chose; none chosen, none guessed. */
@Component
class CareCard {

    private final Texts texts;
    private final Optional<LocalePack> pack;

    CareCard(Texts texts, Guidance guidance) {
        this.texts = texts;
        this.pack = guidance.localePack();
    }

    String advice(Level level) {
        return texts.text(
                "triage.card." + level.word() + ".advice",
                pack.map(it -> it.emergency().number()).orElseGet(() -> texts.text("triage.call.local")),
                pack.map(LocalePack::emergencyDepartment).orElseGet(() -> texts.text("triage.call.department")));
    }

    /** The advice with what to watch for, for whoever shows no page of ours. */
    String wholeAdvice(Level level) {
        return level == Level.EMERGENCY_NOW ? advice(level) : advice(level) + " " + texts.text("triage.call.watch");
    }

    /** The line to ring at this level, if the country has one. */
    Optional<LocalePack.Line> line(Level level) {
        return switch (level) {
            case EMERGENCY_NOW -> pack.map(LocalePack::emergency);
            case SAME_DAY, WITHIN_DAYS -> pack.flatMap(LocalePack::nurseLine);
            case CLINICIAN_ROUTINE, SELF_CARE -> Optional.empty();
        };
    }
}
