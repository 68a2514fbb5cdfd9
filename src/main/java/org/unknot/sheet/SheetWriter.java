package org.unknot.sheet;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.unknot.exercise.Dose;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.Instruction;
import org.unknot.guidance.ClinicSettings;
import org.unknot.guidance.Guidance;
import org.unknot.guidance.LocalePack;
import org.unknot.program.Program;
import org.unknot.program.ProgramItem;
import org.unknot.program.Words;
import org.unknot.shared.QrCode;
import org.unknot.shared.Side;
import org.unknot.shared.Texts;
import org.unknot.sheet.Sheet.Block;
import org.unknot.sheet.Sheet.Part;
import org.unknot.sheet.Sheet.Picture;

/** Puts a day's program into the words of a sheet. What is not in the program does not get onto it. */
final class SheetWriter {

    private final Texts texts;
    private final Guidance guidance;
    private final SheetPictures pictures;

    SheetWriter(Texts texts, Guidance guidance, SheetPictures pictures) {
        this.texts = texts;
        this.guidance = guidance;
        this.pictures = pictures;
    }

    Sheet write(Program program, URI address, boolean large) {
        return new Sheet(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(Texts.LOCALE)
                        .format(program.date()),
                texts.text(
                        "program.plan.day",
                        program.day(),
                        texts.text("program.phase." + program.phase().name().toLowerCase(Locale.ROOT))),
                notices(program),
                parts(program),
                contacts(),
                SheetMarkup.named(QrCode.svg(address.toString()), texts.text("sheet.phone.code", address)),
                address.toString(),
                program.stretches().stream()
                        .anyMatch(stretch -> !stretch.exercise().provenance().reviewed()),
                large);
    }

    private List<String> notices(Program program) {
        List<String> notices = new ArrayList<>();
        program.hold().map(this::said).ifPresent(notices::add);
        program.seeSomeone().map(see -> said(see.why())).ifPresent(notices::add);
        notices.add(program.stopAt()
                .map(limit -> texts.text("program.plan.stop-at", limit.stopAt().value()))
                .orElseGet(() -> texts.text("program.plan.stop-rise")));
        notices.add(texts.text("program.plan.watch"));
        return notices;
    }

    private List<Part> parts(Program program) {
        List<Part> parts = new ArrayList<>();
        program.items().forEach(item -> parts.add(part(item)));
        List<Picture> up = pictures.each("stand-up");
        if (!up.isEmpty()) {
            parts.add(new Part(
                    texts.text("sheet.up.title"),
                    texts.text("sheet.up.dose"),
                    texts.text("sheet.up.why"),
                    up,
                    List.of()));
        }
        return parts;
    }

    private Part part(ProgramItem item) {
        return switch (item) {
            case ProgramItem.Ease ease ->
                guidance.ease(ease.position())
                        .map(position -> new Part(
                                position.title(),
                                texts.text("program.dose.seconds", ease.seconds()),
                                said(ease.why()),
                                pictures.of("ease-" + position.id()),
                                List.of(
                                        steps(position.steps()),
                                        listed("sheet.needs", needs(position.needs(), position.substitutes())),
                                        listed("sheet.get-up", position.gettingUp()),
                                        warning(position.stopFor()))))
                        .orElseThrow();
            case ProgramItem.Stretch stretch -> stretch(stretch);
            case ProgramItem.Heat heat ->
                new Part(
                        texts.text("program.title.heat"),
                        texts.text("program.dose.minutes", heat.minutes()),
                        said(heat.why()),
                        Stream.concat(pictures.of("heat-side").stream(), pictures.of("heat-belly").stream())
                                .toList(),
                        List.of(
                                steps(guidance.heat().dos()),
                                new Block(
                                        Optional.of(texts.text("sheet.never")),
                                        guidance.heat().donts(),
                                        false,
                                        true)));
            case ProgramItem.Walk walk ->
                new Part(
                        texts.text("program.title.walk"),
                        texts.text("program.dose.minutes", walk.minutes()),
                        said(walk.why()),
                        pictures.of("walking"),
                        List.of());
            case ProgramItem.Sleep sleep ->
                guidance.sleep(sleep.position())
                        .map(position -> new Part(
                                texts.text("program.title.sleep"),
                                texts.text("program.sleep." + position.id()),
                                said(sleep.why()),
                                pictures.of("sleep-" + position.id()),
                                List.of(steps(position.steps()), listed("sheet.turning", position.turning()))))
                        .orElseThrow();
            case ProgramItem.Breaks breaks ->
                new Part(
                        texts.text("program.title.breaks"),
                        texts.text("program.dose.every", breaks.everyMinutes()),
                        said(breaks.why()),
                        List.of(),
                        List.of());
            case ProgramItem.Quiet quiet ->
                new Part(
                        texts.text("program.title.quiet"),
                        texts.text("program.dose.minutes", quiet.minutes()),
                        said(quiet.why()),
                        pictures.of("hook-lying"),
                        List.of());
        };
    }

    private Part stretch(ProgramItem.Stretch stretch) {
        Exercise exercise = stretch.exercise();
        boolean sides = stretch.dose().sides() == Dose.Sides.BOTH;
        List<String> does = new ArrayList<>(exercise.instructions().stream()
                .map(Instruction::text)
                .map(this::left)
                .toList());
        if (sides) {
            does.add(texts.text("sheet.then-right"));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(steps(does));
        blocks.add(listed("sheet.feel", exercise.feel().stream().map(this::left).toList()));
        blocks.add(listed("sheet.needs", exercise.needs()));
        if (!stretch.easierForms().isEmpty()) {
            blocks.add(listed(
                    "sheet.easier",
                    stretch.easierForms().stream().map(Exercise::title).toList()));
        }
        blocks.add(warning(exercise.stopFor()));
        return new Part(
                exercise.title(),
                dose(stretch.dose()),
                said(stretch.why()),
                pictures.of(exercise.id().value()),
                blocks);
    }

    private String dose(Dose dose) {
        String hold = dose.asAble()
                ? texts.text("program.dose.as-able", dose.targetSeconds())
                : texts.text(
                        dose.sides() == Dose.Sides.BOTH ? "program.dose.hold-sides" : "program.dose.hold",
                        dose.targetSeconds(),
                        dose.repetitions());
        return texts.text("sheet.dose", hold, dose.timesADay());
    }

    /** Paper shows the left side first, as the guided session does. */
    private String left(String text) {
        return text.replace("{side}", texts.text("session.side." + Side.LEFT.word()))
                .replace("{other}", texts.text("session.side." + Side.RIGHT.word()));
    }

    private List<String> contacts() {
        List<String> lines = new ArrayList<>();
        guidance.localePack()
                .map(LocalePack::emergency)
                .map(line -> texts.text("sheet.emergency", line.number()))
                .ifPresentOrElse(lines::add, () -> lines.add(texts.text("sheet.emergency.unknown")));
        ClinicSettings clinic = guidance.clinic();
        if (clinic.reachable()) {
            Stream.of(clinic.name(), clinic.address(), clinic.phone(), clinic.email())
                    .filter(line -> !line.isEmpty())
                    .forEach(lines::add);
            clinic.bookingLink().map(URI::toString).ifPresent(lines::add);
        }
        return lines;
    }

    private static List<String> needs(List<String> needs, List<String> substitutes) {
        return Stream.concat(needs.stream(), substitutes.stream()).toList();
    }

    private Block steps(List<String> lines) {
        return new Block(Optional.empty(), lines, true, false);
    }

    private Block listed(String heading, List<String> lines) {
        return new Block(Optional.of(texts.text(heading)), lines, false, false);
    }

    private Block warning(List<String> lines) {
        return new Block(Optional.of(texts.text("sheet.stop-for")), lines, false, true);
    }

    private String said(Words words) {
        return texts.text(words.key(), words.toArray());
    }
}
