package org.unknot.triage;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.unknot.shared.QuestionId;

/**
 * What a rule looks for, as data: it can be judged while answers are missing, it knows which of them it still depends on, and
 * it is monotone: no answer that is more alarming can make it hold less. There is no "not" on purpose.
 */
sealed interface Condition {

    /** A question answered with yes. Silence leaves it open. */
    record Told(QuestionId question) implements Condition {}

    /** A question answered with yes, where silence counts as no: for facts that sharpen a rule but are never asked for it. */
    record Mentioned(QuestionId question) implements Condition {}

    record AgeFrom(int years) implements Condition {}

    record AgeUnder(int years) implements Condition {}

    /** Pain of at least so much on the 0 to 10 scale; open while no number was told. */
    record PainFrom(int score) implements Condition {}

    /** At least so many days since it began; no while no number was told. */
    record DaysFrom(int days) implements Condition {}

    /** Told or not, it is not known to have begun less than so many days ago. */
    record NotWithinDays(int days) implements Condition {}

    record NotMale() implements Condition {}

    record All(List<Condition> of) implements Condition {}

    record Any(List<Condition> of) implements Condition {}

    record AtLeast(int count, List<Condition> of) implements Condition {}

    static Condition told(String question) {
        return new Told(new QuestionId(question));
    }

    static Condition mentioned(String question) {
        return new Mentioned(new QuestionId(question));
    }

    static Condition all(Condition... of) {
        return new All(List.of(of));
    }

    static Condition any(Condition... of) {
        return new Any(List.of(of));
    }

    static Condition atLeast(int count, Condition... of) {
        return new AtLeast(count, Arrays.asList(of));
    }

    default Span over(Facts facts) {
        return switch (this) {
            case Told(QuestionId question) -> facts.about(question);
            case Mentioned(QuestionId question) -> facts.answered(question) ? facts.about(question) : Span.NO;
            case AgeFrom(int years) -> Span.of(facts.age() >= years);
            case AgeUnder(int years) -> Span.of(facts.age() < years);
            case PainFrom(int score) ->
                facts.pain().map(pain -> Span.of(pain >= score)).orElse(Span.OPEN);
            case DaysFrom(int days) ->
                Span.of(facts.days().map(told -> told >= days).orElse(false));
            case NotWithinDays(int days) ->
                Span.of(facts.days().map(told -> told >= days).orElse(true));
            case NotMale() -> Span.of(!facts.male());
            case All(List<Condition> of) -> ranked(of, facts, of.size());
            case Any(List<Condition> of) -> ranked(of, facts, 1);
            case AtLeast(int count, List<Condition> of) -> ranked(of, facts, count);
        };
    }

    /** As surely as the part at this rank, the surest first: the first for "any", the last for "all". */
    private static Span ranked(List<Condition> of, Facts facts, int rank) {
        int surely = 0;
        int doubtfully = 0;
        int surelyAtMost = 0;
        int doubtfullyAtMost = 0;
        for (Condition part : of) {
            Span span = part.over(facts);
            surely += span.least() == Certainty.YES ? 1 : 0;
            doubtfully += span.least() != Certainty.NO ? 1 : 0;
            surelyAtMost += span.most() == Certainty.YES ? 1 : 0;
            doubtfullyAtMost += span.most() != Certainty.NO ? 1 : 0;
        }
        return new Span(atRank(rank, surely, doubtfully), atRank(rank, surelyAtMost, doubtfullyAtMost));
    }

    private static Certainty atRank(int rank, int surely, int doubtfully) {
        return surely >= rank ? Certainty.YES : doubtfully >= rank ? Certainty.DOUBT : Certainty.NO;
    }

    /** Every question this looks at, open or not. */
    default Set<QuestionId> questions() {
        return switch (this) {
            case Told(QuestionId question) -> Set.of(question);
            case Mentioned(QuestionId question) -> Set.of(question);
            case AgeFrom _, AgeUnder _, PainFrom _, DaysFrom _, NotWithinDays _, NotMale _ -> Set.of();
            case All(List<Condition> of) -> union(of, Condition::questions);
            case Any(List<Condition> of) -> union(of, Condition::questions);
            case AtLeast(int _, List<Condition> of) -> union(of, Condition::questions);
        };
    }

    /** The questions whose answers this still depends on. */
    default Set<QuestionId> openQuestions(Facts facts) {
        if (!over(facts).open()) {
            return Set.of();
        }
        return switch (this) {
            case Told(QuestionId question) -> Set.of(question);
            case Mentioned _, AgeFrom _, AgeUnder _, PainFrom _, DaysFrom _, NotWithinDays _, NotMale _ -> Set.of();
            case All(List<Condition> of) -> union(of, part -> part.openQuestions(facts));
            case Any(List<Condition> of) -> union(of, part -> part.openQuestions(facts));
            case AtLeast(int _, List<Condition> of) -> union(of, part -> part.openQuestions(facts));
        };
    }

    private static Set<QuestionId> union(List<Condition> parts, Function<Condition, Set<QuestionId>> questions) {
        Set<QuestionId> union = new LinkedHashSet<>();
        parts.forEach(part -> union.addAll(questions.apply(part)));
        return union;
    }
}
