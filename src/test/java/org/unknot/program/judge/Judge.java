package org.unknot.program.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Judges what a program offers against what a person told, by reading tags, cautions and directions from the exercise files and
 * the tables of docs/clinical by a person. It says only what must not be there, never how to choose.
 */
public final class Judge {

    private static final List<String> PHASES = List.of("settle", "move", "build", "keep");
    private static final Map<String, String> WORSE =
            Map.of("flexion", "worse-bending", "extension", "worse-arching", "rotation", "worse-twisting");
    private static final Map<String, Set<String>> MOVEMENTS_OF = Map.of(
            "flexion", Set.of("lumbar-flexion", "loaded-flexion"),
            "extension", Set.of("lumbar-extension", "end-range-extension"),
            "rotation", Set.of("rotation"),
            "neutral", Set.of());
    private static final Set<String> SMALL = Set.of("trunk-rotation-small", "trunk-rotation-seated");
    private static final Set<String> NO_HEAT = Set.of(
            "reduced-feeling",
            "poor-circulation",
            "skin-broken",
            "heat-rub-or-patch",
            "sleepy-or-alcohol",
            "cancer-or-radiation-site",
            "fresh-swelling");

    private final Map<String, ExerciseFile> files;

    public Judge(Path exercises) {
        files = ExerciseFile.all(exercises);
    }

    public Set<String> exercises() {
        return files.keySet();
    }

    public List<String> offered() {
        return files.values().stream()
                .filter(ExerciseFile::offered)
                .map(ExerciseFile::id)
                .toList();
    }

    /** Every question that a file names in a caution. */
    public Set<String> cautions() {
        Set<String> cautions = new LinkedHashSet<>();
        files.values().forEach(file -> {
            cautions.addAll(file.blocks());
            cautions.addAll(file.eases().keySet());
        });
        return cautions;
    }

    public Set<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        files.values().forEach(file -> tags.addAll(file.tags()));
        return tags;
    }

    /** Everything that must not be offered to this person, in words; empty when all is well. */
    public List<String> violations(Told told, List<Offered> offered) {
        Findings findings = new Findings(told, new Past(told, files));
        offered.forEach(findings::look);
        return findings.violations;
    }

    private final class Findings {

        final List<String> violations = new ArrayList<>();
        private final Told told;
        private final String phase;
        private final Set<String> rested;

        Findings(Told told, Past past) {
            this.told = told;
            this.phase = past.phase();
            this.rested = past.rested();
        }

        void look(Offered offered) {
            mayBeOfferedAtAll(offered);
            switch (offered) {
                case Offered.Resting(boolean atNight, String lying) -> {
                    must(!said("can-lie-" + lying, "no"), () -> "lies on the " + lying + ", which they cannot");
                    must(!lying.equals("back") || no("pregnant-28"), () -> "rests on the back late in pregnancy");
                    must(!lying.equals("belly") || no("prone-uncomfortable"), () -> "rests on an uncomfortable belly");
                }
                case Offered.Warmth(int minutes) -> {
                    must(minutes >= 15 && minutes <= 20, () -> "heat of " + minutes + " minutes");
                    must(
                            NO_HEAT.stream().noneMatch(q -> said(q, "yes") || said(q, "unsure")),
                            () -> "heat although it was refused");
                }
                case Offered.Walking(int minutes) -> {
                    must(minutes <= 30, () -> "walk of " + minutes + " minutes");
                    must(!severe(), () -> "walks in severe or unknown pain");
                }
                case Offered.Pause() -> {}
                case Offered.Movement movement -> look(movement);
            }
        }

        private void mayBeOfferedAtAll(Offered offered) {
            must(told.age() >= 16, () -> "a program for a child");
            boolean resting = offered instanceof Offered.Resting(boolean atNight, String lying) && !atNight;
            must(!told.stale() || resting, () -> "more than rest on old answers");
            must(
                    !told.closed()
                            || !(resting || offered instanceof Offered.Warmth)
                                    && !(offered instanceof Offered.Movement),
                    () -> "treats somebody who is better");
            Set<String> most = switch (told.level()) {
                case "EMERGENCY_NOW" -> Set.of();
                case "SAME_DAY" -> Set.of("EASE");
                case "WITHIN_DAYS" -> Set.of("EASE", "HEAT");
                default -> Set.of("EASE", "HEAT", "STRETCHES");
            };
            String needs = switch (offered) {
                case Offered.Resting rest -> rest.atNight() ? "STRETCHES" : "EASE";
                case Offered.Warmth _ -> "HEAT";
                case Offered.Walking _ -> walkingNeeds(most);
                case Offered.Pause _, Offered.Movement _ -> "STRETCHES";
            };
            must(most.contains(needs) && told.cleared().contains(needs), () -> "not cleared: " + needs);
        }

        /** Walking comes with heat or a full program; heat's own refusals, and its open questions, do not speak against it. */
        private String walkingNeeds(Set<String> most) {
            boolean full = most.contains("STRETCHES") && told.cleared().contains("STRETCHES");
            boolean onlyHeatIsOpen =
                    told.open().filter(question -> !NO_HEAT.contains(question)).isEmpty();
            if (full) {
                return "STRETCHES";
            }
            return most.contains("HEAT") && !told.cleared().contains("HEAT") && onlyHeatIsOpen ? "EASE" : "HEAT";
        }

        private void look(Offered.Movement movement) {
            ExerciseFile head = file(movement.head());
            must(!rested.contains(head.id()), () -> head.id() + " is rested");
            must(told.locked().size() < 2, () -> "stretches after two locks");
            must(
                    WORSE.values().stream().anyMatch(this::no),
                    () -> "stretches where every direction is worse or unknown");
            head.blocks().forEach(q -> must(no(q), () -> head.id() + " is blocked by " + q));
            must(reached(head.from()), () -> head.id() + " before its phase");
            Stream.concat(Stream.of(movement.form()), movement.easier().stream())
                    .forEach(form -> form(head, file(form)));
            ExerciseFile done = file(movement.form());
            must(
                    movement.seconds() >= done.minSeconds() && movement.seconds() <= Math.min(60, done.maxSeconds()),
                    () -> done.id() + " held " + movement.seconds() + " s");
            must(
                    movement.repetitions() >= 1 && movement.repetitions() <= Math.max(4, done.repetitions()),
                    () -> done.id() + " repeated " + movement.repetitions());
        }

        private void form(ExerciseFile head, ExerciseFile form) {
            String id = form.id();
            form.blocks().forEach(q -> must(no(q), () -> id + " is blocked by " + q));
            form.eases().keySet().forEach(q -> must(no(q), () -> id + " is not the easy form for " + q));
            head.eases()
                    .forEach((q, forms) -> must(
                            no(q) || forms.stream().allMatch(to -> below(to).contains(id)),
                            () -> id + " is not the form that " + head.id() + " names for " + q));
            WORSE.forEach(
                    (direction, q) -> must(!takes(form, direction) || no(q), () -> id + " goes where it is worse"));
            told.locked().forEach(direction -> must(!takes(form, direction), () -> id + " goes a locked way"));
            must(reached(form.from()), () -> id + " before its phase");
            must(!severe() || SMALL.contains(id), () -> id + " in severe or unknown pain");
            must(canTake(form.position()), () -> id + " needs a position they cannot take");
            boolean back = form.position().equals("back") || form.tags().contains("supine");
            must(!back || no("pregnant-16"), () -> id + " on the back in pregnancy");
            boolean belly = form.position().equals("belly") || form.tags().contains("prone");
            must(!belly || no("prone-uncomfortable"), () -> id + " on an uncomfortable belly");
            told.forbidden().stream()
                    .filter(Told.Forbidden::inForce)
                    .forEach(forbidden -> must(
                            forbidden.isMovement()
                                    ? !form.tags().contains(forbidden.what())
                                    : !forbidden.what().equals(id)
                                            && !forbidden.what().equals(head.id()),
                            () -> id + " although a clinician forbids " + forbidden.what()));
        }

        private boolean severe() {
            return told.painNow().isEmpty() || told.painNow().get() >= 7;
        }

        private boolean reached(String from) {
            return PHASES.indexOf(from) <= PHASES.indexOf(phase);
        }

        private boolean takes(ExerciseFile form, String direction) {
            return form.direction().equals(direction)
                    || MOVEMENTS_OF.getOrDefault(direction, Set.of()).stream().anyMatch(form.tags()::contains);
        }

        private boolean canTake(String position) {
            return switch (position) {
                case "back", "side", "belly" -> !said("can-lie-" + position, "no");
                case "kneeling" ->
                    Stream.of("back", "side", "belly").anyMatch(lying -> !said("can-lie-" + lying, "no"));
                default -> true;
            };
        }

        private boolean said(String question, String answer) {
            return answer.equals(told.answers().get(question));
        }

        /** An explicit no, or a question that is not for this person because of a no before it. */
        private boolean no(String question) {
            if (told.answers().containsKey(question)) {
                return said(question, "no");
            }
            return switch (question) {
                case "pregnant" -> told.sex().equals("male") || told.age() >= 56;
                case "pregnant-16", "prone-uncomfortable", "pelvic-girdle" -> no("pregnant");
                case "pregnant-28" -> no("pregnant-16");
                default -> false;
            };
        }

        private void must(boolean holds, Supplier<String> otherwise) {
            if (!holds) {
                violations.add(otherwise.get());
            }
        }
    }

    private ExerciseFile file(String id) {
        ExerciseFile file = files.get(id);
        if (file == null) {
            throw new IllegalArgumentException("No file for " + id);
        }
        return file;
    }

    private Set<String> below(String form) {
        Set<String> below = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(form));
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            if (below.add(id)) {
                file(id).easier().ifPresent(open::add);
                file(id).eases().values().forEach(open::addAll);
            }
        }
        return below;
    }
}
