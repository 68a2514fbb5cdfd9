package org.unknot.program.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.unknot.program.Choice;
import org.unknot.program.Doing;
import org.unknot.program.ProgramItem;
import org.unknot.program.Words;

/**
 * One item of a plan as a page shows it.
 *
 * @param figure the picture that shows it
 * @param link where it is told how to do it
 * @param done that it is done for today, or how much of it
 * @param choices what may be chosen about it now
 */
public record Card(
        String item,
        Words title,
        Optional<Words> form,
        Words dose,
        Words why,
        Optional<String> figure,
        Optional<String> link,
        Optional<Words> done,
        List<Choice> choices) {

    private static final Words DONE = new Words("program.done", List.of());

    public Card {
        choices = List.copyOf(choices);
    }

    /** @param had what the person had today of the items that are not stretches */
    static Card of(ProgramItem item, boolean changed, Map<Doing.Item, Duration> had) {
        return face(item).with(done(item, had), choices(item, changed));
    }

    /** To look at only: no choices, and no link to what is the person's own. */
    static Card shown(ProgramItem item) {
        Card card = face(item);
        return new Card(
                card.item,
                card.title,
                card.form,
                card.dose,
                card.why,
                card.figure,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private Card with(Optional<Words> done, List<Choice> offered) {
        return new Card(item, title, form, dose, why, figure, link, done, offered);
    }

    /** One course of heat is the item; quiet minutes add up over the day. */
    private static Optional<Words> done(ProgramItem item, Map<Doing.Item, Duration> had) {
        return switch (item) {
            case ProgramItem.Heat heat ->
                Optional.ofNullable(had.get(Doing.Item.HEAT)).map(lasted -> DONE);
            case ProgramItem.Quiet quiet ->
                Optional.ofNullable(had.get(Doing.Item.QUIET))
                        .map(Duration::toMinutes)
                        .filter(minutes -> minutes > 0)
                        .map(minutes -> minutes >= quiet.minutes()
                                ? DONE
                                : new Words("program.done.part", List.of(minutes, quiet.minutes())));
            case ProgramItem.Ease ease -> Optional.empty();
            case ProgramItem.Stretch stretch -> Optional.empty();
            case ProgramItem.Walk walk -> Optional.empty();
            case ProgramItem.Sleep sleep -> Optional.empty();
            case ProgramItem.Breaks breaks -> Optional.empty();
        };
    }

    /** Whether nothing of it is left for today. */
    public boolean ticked() {
        return done.filter(DONE::equals).isPresent();
    }

    private static List<Choice> choices(ProgramItem item, boolean changed) {
        return Stream.of(Choice.values())
                .filter(choice -> switch (choice) {
                    case SWAP -> item.swappable();
                    case SHORTEN -> item.shortenable();
                    case REFUSE -> true;
                    case RESTORE -> changed;
                })
                .toList();
    }

    private static Card face(ProgramItem item) {
        return switch (item) {
            case ProgramItem.Ease ease ->
                card(
                        item,
                        Optional.of(new Words("program.ease." + ease.position(), List.of())),
                        Optional.of("/ease/" + ease.position()));
            case ProgramItem.Heat heat ->
                card(item, Optional.empty(), Optional.of("/heat/courses/new?minutes=" + heat.minutes()));
            case ProgramItem.Stretch stretch ->
                card(item, Optional.of(said(stretch.exercise().summary())), Optional.empty());
            case ProgramItem.Sleep sleep -> card(item, Optional.empty(), Optional.of("/sleep/tonight"));
            case ProgramItem.Quiet quiet ->
                card(item, Optional.empty(), Optional.of("/quiet?minutes=" + quiet.minutes()));
            case ProgramItem.Walk walk -> card(item, Optional.empty(), Optional.empty());
            case ProgramItem.Breaks breaks -> card(item, Optional.empty(), Optional.empty());
        };
    }

    private static Card card(ProgramItem item, Optional<Words> form, Optional<String> link) {
        return new Card(
                item.id(),
                item.title(),
                form,
                item.amount(),
                item.why(),
                figure(item),
                link,
                Optional.empty(),
                List.of());
    }

    private static Optional<String> figure(ProgramItem item) {
        return switch (item) {
            case ProgramItem.Ease ease -> Optional.of("ease-" + ease.position());
            case ProgramItem.Heat heat -> Optional.of("heat-side");
            case ProgramItem.Stretch stretch ->
                Optional.of(stretch.exercise().id().value());
            case ProgramItem.Walk walk -> Optional.of("walking");
            case ProgramItem.Sleep sleep -> Optional.of("sleep-" + sleep.position());
            case ProgramItem.Breaks breaks -> Optional.of("stand-up");
            case ProgramItem.Quiet quiet -> Optional.of("hook-lying");
        };
    }

    private static Words said(String sentence) {
        return new Words("program.said", List.of(sentence));
    }
}
