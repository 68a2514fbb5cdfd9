package org.unknot.clinic;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.unknot.account.Purpose;
import org.unknot.heat.Course;
import org.unknot.heat.Heat;
import org.unknot.program.PainTold;
import org.unknot.session.PastSessions;
import org.unknot.session.QuietMinutes;
import org.unknot.shared.PersonId;

/** What a person did and how much it hurt, one query for each part; what is not open is empty and not asked for. */
@Component
class Histories {

    private final PastSessions sessions;
    private final QuietMinutes quiet;
    private final PainTold pain;
    private final Heat heat;

    Histories(PastSessions sessions, QuietMinutes quiet, PainTold pain, Heat heat) {
        this.sessions = sessions;
        this.quiet = quiet;
        this.pain = pain;
        this.heat = heat;
    }

    /**
     * The newest first.
     *
     * @param cut at least one part has more rows than are here
     */
    public record History(
            List<PastSessions.Past> sessions,
            List<QuietMinutes.Past> quiet,
            List<PainTold.Score> pain,
            List<Course> heat,
            boolean cut) {

        public History {
            sessions = List.copyOf(sessions);
            quiet = List.copyOf(quiet);
            pain = List.copyOf(pain);
            heat = List.copyOf(heat);
        }
    }

    /** How a session went and how much it hurt are one thing to whoever trains somebody: a score is no answer to a question. */
    History of(PersonId person, Set<Purpose> open, int most) {
        boolean went = open.contains(Purpose.SESSION);
        List<PastSessions.Past> sessions = went ? this.sessions.of(person, most + 1) : List.of();
        List<QuietMinutes.Past> quiet = went ? this.quiet.past(person, most + 1) : List.of();
        List<PainTold.Score> pain = went ? this.pain.of(person, most + 1) : List.of();
        List<Course> heat = open.contains(Purpose.HEAT) ? this.heat.past(person, most + 1) : List.of();
        boolean cut = List.of(sessions, quiet, pain, heat).stream().anyMatch(part -> part.size() > most);
        return new History(first(sessions, most), first(quiet, most), first(pain, most), first(heat, most), cut);
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }
}
