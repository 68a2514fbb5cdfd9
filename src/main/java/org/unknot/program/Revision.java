package org.unknot.program;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.unknot.exercise.Exercise;

/**
 * Names what a program holds: SHA-256 over its day and items with form, dose and cautions as reviewed, so that the same facts
 * and content give the same name in every process. The order of items is left out: it changes in the evening and decides nothing.
 */
final class Revision {

    private static final int LETTERS = 24;

    private Revision() {}

    static Program named(Program program) {
        return new Program(
                program.episode(),
                program.triage(),
                program.level(),
                program.date(),
                program.day(),
                program.phase(),
                of(program),
                program.stopAt(),
                program.items(),
                program.leftOut(),
                program.chosen(),
                program.closedAt(),
                program.hold(),
                program.seeSomeone());
    }

    private static String of(Program program) {
        String items = program.items().stream().map(Revision::line).sorted().collect(Collectors.joining("\n"));
        String whole = program.triage().value() + "|" + program.date() + "|" + program.level() + "|"
                + program.phase() + "|"
                + program.stopAt().map(limit -> limit.stopAt().value()).orElse(-1) + "\n" + items;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static String line(ProgramItem item) {
        return switch (item) {
            case ProgramItem.Ease ease -> ease.id() + " " + ease.position() + " " + ease.seconds();
            case ProgramItem.Heat heat -> heat.id() + " " + heat.minutes();
            case ProgramItem.Stretch stretch ->
                stretch.id() + " " + dose(stretch) + " " + reviewed(stretch.exercise()) + " "
                        + stretch.easierForms().stream().map(Revision::reviewed).collect(Collectors.joining(" "));
            case ProgramItem.Walk walk -> walk.id() + " " + walk.minutes();
            case ProgramItem.Sleep sleep -> sleep.id() + " " + sleep.position();
            case ProgramItem.Breaks breaks -> breaks.id() + " " + breaks.everyMinutes();
            case ProgramItem.Quiet quiet -> quiet.id() + " " + quiet.minutes();
        };
    }

    private static String dose(ProgramItem.Stretch stretch) {
        return stretch.dose().targetSeconds() + "x" + stretch.dose().repetitions() + " "
                + stretch.dose().asAble();
    }

    /** Words and order of lists as in the file; sets sorted, because they come in another order in every process. */
    private static String reviewed(Exercise exercise) {
        return exercise.id().value() + " " + exercise.title() + " "
                + exercise.tags().stream().map(Enum::name).sorted().toList() + " " + exercise.instructions() + " "
                + exercise.stopFor();
    }
}
