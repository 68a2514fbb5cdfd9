package org.unknot.clinic.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.unknot.account.Purpose;
import org.unknot.clinic.Roster.Sheet;
import org.unknot.heat.Course;
import org.unknot.program.PainTold;
import org.unknot.program.StepOutcome;
import org.unknot.session.PastSessions;
import org.unknot.session.QuietMinutes;
import org.unknot.shared.PainScore;

/**
 * What a person did and how much it hurt, as rows of tables, the newest first. Numbers are texts; an empty one was not told.
 *
 * @param wentOpen whether sessions, quiet minutes and pain may be seen
 * @param heatOpen whether courses of heat may
 * @param more where there is more than is shown, the number of rows that the next page shows; 0 where there is none
 */
public record PersonHistory(
        boolean wentOpen,
        boolean heatOpen,
        List<Session> sessions,
        List<Heat> heat,
        List<Quiet> quiet,
        List<Pain> pain,
        int more) {

    /** How many rows a part has at first, and at most. */
    static final int FEW = 8;

    static final int ALL = 100;

    /**
     * One session.
     *
     * @param counts what of it happened at all, as {@code done}, {@code eased} and {@code skipped}
     * @param change word of how it felt afterwards, such as {@code better}; empty where nobody said
     * @param stops what was stopped, and why
     */
    public record Session(
            String at,
            String held,
            List<Count> counts,
            List<Stop> stops,
            String before,
            String after,
            String change,
            boolean stale,
            List<String> forbidden) {}

    /** How often; never nought. */
    public record Count(String what, long times) {}

    /** @param where and {@code kind} as message keys end in them */
    public record Stop(String title, String kind, String where, String pain) {}

    /** A course; {@code how} and {@code skin} are empty where nobody said. */
    public record Heat(
            String at, String way, int minutes, String warmed, String how, String skin, List<String> flags) {}

    public record Quiet(String at, String kind, String lasted, String before, String after) {}

    public record Pain(String at, String score, String source) {}

    static PersonHistory of(Sheet sheet, int rows, ClinicTime times) {
        return new PersonHistory(
                sheet.shows(Purpose.SESSION),
                sheet.shows(Purpose.HEAT),
                sheet.history().sessions().stream()
                        .map(past -> session(past, times))
                        .toList(),
                sheet.history().heat().stream()
                        .map(course -> heat(course, times))
                        .toList(),
                sheet.history().quiet().stream().map(past -> quiet(past, times)).toList(),
                sheet.history().pain().stream().map(told -> pain(told, times)).toList(),
                sheet.history().cut() && rows < ALL ? ALL : 0);
    }

    private static Session session(PastSessions.Past past, ClinicTime times) {
        return new Session(
                times.inWords(past.startedAt()),
                clock(past.held()),
                Stream.of(
                                new Count("done", past.count(StepOutcome.Done.class)),
                                new Count("eased", past.count(StepOutcome.EasedOff.class)),
                                new Count("skipped", past.count(StepOutcome.Skipped.class)))
                        .filter(count -> count.times() > 0)
                        .toList(),
                past.items().stream().flatMap(item -> stop(item).stream()).toList(),
                number(past.before()),
                number(past.after().map(after -> after.pain())),
                past.after().map(after -> word(after.change())).orElse(""),
                past.stale(),
                past.forbidden());
    }

    private static Optional<Stop> stop(PastSessions.Item item) {
        return item.outcome() instanceof StepOutcome.StoppedForPain stopped
                ? Optional.of(new Stop(
                        item.title(),
                        word(stopped.kind()),
                        word(stopped.where()),
                        Integer.toString(stopped.pain().value())))
                : Optional.empty();
    }

    private static Heat heat(Course course, ClinicTime times) {
        return new Heat(
                times.inWords(course.startedAt()),
                course.way().word(),
                course.minutes(),
                clock(course.warmed()),
                course.end().map(end -> end.how().word()).orElse(""),
                course.skin().map(Course.Skin::word).orElse(""),
                course.flags().stream().map(Course.Flag::word).toList());
    }

    private static Quiet quiet(QuietMinutes.Past past, ClinicTime times) {
        return new Quiet(
                times.inWords(past.startedAt()),
                past.kind(),
                clock(past.lasted()),
                number(past.before()),
                number(past.after()));
    }

    private static Pain pain(PainTold.Score told, ClinicTime times) {
        return new Pain(times.inWords(told.at()), Integer.toString(told.pain().value()), word(told.source()));
    }

    /** Minutes and seconds, such as 3:05. */
    private static String clock(Duration lasted) {
        return "%d:%02d".formatted(lasted.toMinutes(), lasted.toSecondsPart());
    }

    private static String number(Optional<PainScore> score) {
        return score.map(told -> Integer.toString(told.value())).orElse("");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
