package org.unknot.program;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.calendar.Days;
import org.unknot.exercise.Direction;
import org.unknot.exercise.ExerciseId;
import org.unknot.exercise.MovementTag;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;

/** What happened in an episode and what was chosen and forbidden, written row by row and read in one query. */
@Repository
class Happenings {

    private final JdbcClient jdbc;

    Happenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that a program follows from besides the answers; {@code triagePain} is the last score that triage was told. */
    record All(
            History history,
            List<Lock> locks,
            List<Avoidance> avoidances,
            List<Situation.Chosen> choices,
            Optional<PainScore> triagePain) {}

    /** One statement, because every page needs all of it; each branch is read by an index of its own. */
    All of(PersonId person, Optional<EpisodeId> episode, Days days) {
        Reading reading = new Reading();
        jdbc.sql("""
                        select 'score' as what, at, null::text as a, null::text as b, null::text as c, pain_before as n,
                            null::uuid as id, null::date as until, 1 as place, record_id::text as tie
                        from program.report where episode_id = :episode and pain_before is not null
                        union all
                        select 'score', at, null, null, null, pain_after, null, null, 2, record_id::text
                        from program.report where episode_id = :episode and pain_after is not null
                        union all
                        select 'score', at, source, null, null, pain, null, null, 1, id::text
                        from program.pain_note where episode_id = :episode
                        union all
                        select o.outcome, r.at, o.exercise, coalesce(o.eased_to, o.place), o.kind, o.pain,
                            case when r.change = 'WORSE' then r.record_id end, null, 1, o.exercise
                        from program.report r join program.outcome o on o.record_id = r.record_id
                        where r.episode_id = :episode
                        union all
                        select 'lock', at, direction, null, null, null, record_id, null, 1, direction
                        from program.direction_lock where episode_id = :episode
                        union all
                        select 'choice', at, item, choice, null, null, null, null, 1, id::text
                        from program.choice where episode_id = :episode
                        union all
                        select 'avoidance', at, movement, exercise, reason, null, author_id, until, 1, id::text
                        from program.avoidance where person_id = :person
                        order by at, place, tie
                        """)
                .param("episode", episode.map(EpisodeId::value).orElse(null), Types.OTHER)
                .param("person", person.value())
                .query((row, n) -> reading.take(row))
                .list();
        return new All(
                new History(reading.outcomes, reading.scores, days),
                reading.locks,
                reading.avoidances,
                reading.choices,
                reading.triagePain);
    }

    private static final class Reading {
        final List<History.Outcome> outcomes = new ArrayList<>();
        final List<History.Score> scores = new ArrayList<>();
        final List<Lock> locks = new ArrayList<>();
        final List<Avoidance> avoidances = new ArrayList<>();
        final List<Situation.Chosen> choices = new ArrayList<>();
        Optional<PainScore> triagePain = Optional.empty();

        boolean take(ResultSet row) throws SQLException {
            Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
            @Nullable UUID id = row.getObject(7, UUID.class);
            String a = row.getString(3);
            String b = row.getString(4);
            switch (row.getString(1)) {
                case "score" -> {
                    PainScore pain = new PainScore(row.getInt(6));
                    scores.add(new History.Score(at, pain));
                    if ("triage".equals(a)) {
                        triagePain = Optional.of(pain);
                    }
                }
                case "lock" -> locks.add(new Lock(Direction.valueOf(a), row.getObject(7, UUID.class), at));
                case "choice" -> choices.add(new Situation.Chosen(a, Choice.valueOf(b)));
                case "avoidance" -> avoidances.add(avoidance(row, at));
                default -> outcomes.add(new History.Outcome(at, new ExerciseId(a), outcome(row), id != null));
            }
            return true;
        }

        private static Avoidance avoidance(ResultSet row, Instant at) throws SQLException {
            String movement = row.getString(3);
            Avoidance.Target target = movement != null
                    ? new Avoidance.Target.Movement(MovementTag.valueOf(movement))
                    : new Avoidance.Target.One(new ExerciseId(row.getString(4)));
            return new Avoidance(
                    target,
                    row.getString(5),
                    new PersonId(row.getObject(7, UUID.class)),
                    at,
                    Optional.ofNullable(row.getObject(8, LocalDate.class)));
        }

        private static StepOutcome outcome(ResultSet row) throws SQLException {
            return switch (row.getString(1)) {
                case "done" -> new StepOutcome.Done();
                case "skipped" -> new StepOutcome.Skipped();
                case "eased" -> new StepOutcome.EasedOff(new ExerciseId(row.getString(4)));
                case "stopped" ->
                    new StepOutcome.StoppedForPain(
                            new PainScore(row.getInt(6)),
                            StepOutcome.Where.valueOf(row.getString(4)),
                            StepOutcome.Kind.valueOf(row.getString(5)));
                default -> throw new IllegalStateException("Unknown outcome " + row.getString(1));
            };
        }
    }

    /** What a record says now takes the place of what it said before. */
    void replace(SessionReport report, Episode episode) {
        Optional<SessionReport.After> after = report.after();
        jdbc.sql("""
                        insert into program.report (record_id, person_id, episode_id, at, pain_before, change, pain_after)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (record_id) do update set at = excluded.at, pain_before = excluded.pain_before,
                            change = excluded.change, pain_after = excluded.pain_after
                        where program.report.person_id = excluded.person_id
                        """)
                .param(report.record())
                .param(report.person().value())
                .param(episode.id().value())
                .param(report.at().atOffset(ZoneOffset.UTC))
                .param(report.painBefore().map(PainScore::value).orElse(null))
                .param(after.map(it -> it.change().name()).orElse(null))
                .param(after.map(it -> it.pain().value()).orElse(null))
                .update();
        jdbc.sql("delete from program.outcome where record_id = ?")
                .param(report.record())
                .update();
        add(report.record(), report.outcomes());
    }

    /** All in one statement: a session of twelve exercises must not go to the database twelve times. */
    private void add(UUID record, List<SessionReport.ItemOutcome> items) {
        List<Columns> columns =
                items.stream().map(item -> Columns.of(item.outcome())).toList();
        jdbc.sql("""
                        insert into program.outcome (record_id, exercise, outcome, eased_to, pain, place, kind)
                        select ?, * from unnest(?, ?, ?, ?::int[], ?, ?)
                        on conflict (record_id, exercise) do nothing
                        """)
                .param(record)
                .param(items.stream().map(item -> item.exercise().value()).toArray(String[]::new))
                .param(columns.stream().map(Columns::outcome).toArray(String[]::new))
                .param(columns.stream().map(Columns::easedTo).toArray(String[]::new))
                .param(columns.stream().map(Columns::pain).toArray(Integer[]::new))
                .param(columns.stream().map(Columns::place).toArray(String[]::new))
                .param(columns.stream().map(Columns::kind).toArray(String[]::new))
                .update();
    }

    /** An outcome as its row holds it. */
    private record Columns(
            String outcome,
            @Nullable String easedTo,
            @Nullable Integer pain,
            @Nullable String place,
            @Nullable String kind) {

        static Columns of(StepOutcome outcome) {
            return switch (outcome) {
                case StepOutcome.Done() -> new Columns("done", null, null, null, null);
                case StepOutcome.Skipped() -> new Columns("skipped", null, null, null, null);
                case StepOutcome.EasedOff(ExerciseId to) -> new Columns("eased", to.value(), null, null, null);
                case StepOutcome.StoppedForPain(PainScore pain, StepOutcome.Where where, StepOutcome.Kind kind) ->
                    new Columns("stopped", null, pain.value(), where.name(), kind.name());
            };
        }
    }

    /** A lock is never taken away by what a record says later. */
    void lock(Lock lock, Episode episode) {
        jdbc.sql("""
                        insert into program.direction_lock (id, person_id, episode_id, direction, record_id, at)
                        values (?, ?, ?, ?, ?, ?) on conflict (record_id, direction) do nothing
                        """)
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        episode.person().value(),
                        episode.id().value(),
                        lock.direction().name(),
                        lock.record(),
                        lock.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param source {@code triage} or {@code plan}, whichever asked */
    void note(Episode episode, Instant at, PainScore pain, String source) {
        jdbc.sql(
                        "insert into program.pain_note (id, person_id, episode_id, at, pain, source) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        episode.person().value(),
                        episode.id().value(),
                        at.atOffset(ZoneOffset.UTC),
                        pain.value(),
                        source)
                .update();
    }

    void choose(Episode episode, Instant at, Situation.Chosen chosen) {
        jdbc.sql("insert into program.choice (id, person_id, episode_id, item, choice, at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        episode.person().value(),
                        episode.id().value(),
                        chosen.item(),
                        chosen.choice().name(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
