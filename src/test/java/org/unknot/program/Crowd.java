package org.unknot.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unknot.program.judge.Judge;
import org.unknot.program.judge.Told;

/** Invented people: exhaustive where few things vary, drawn with a printed seed where many do. */
final class Crowd {

    private static final List<String> NOT_NO = List.of("yes", "unsure", "");
    private static final List<String> ANY = List.of("yes", "no", "unsure", "");
    private static final List<String> OUTCOMES = List.of("done", "eased", "pain", "tired", "skipped");
    private static final List<String> LEVELS =
            List.of("EMERGENCY_NOW", "SAME_DAY", "WITHIN_DAYS", "CLINICIAN_ROUTINE", "SELF_CARE");
    private static final List<String> CLEARANCES = List.of("EASE", "HEAT", "STRETCHES");
    private static final List<String> DIRECTIONS = List.of("flexion", "extension", "rotation", "neutral");
    private static final List<String> LYING = List.of("can-lie-back", "can-lie-side", "can-lie-belly");

    private final Judge judge;
    private final List<String> questions;
    private final List<Told.Forbidden> forbidden = new ArrayList<>();

    Crowd(Judge judge) {
        this.judge = judge;
        TreeSet<String> all = new TreeSet<>(judge.cautions());
        all.addAll(List.of("worse-bending", "worse-arching", "worse-twisting", "pregnant", "pregnant-28"));
        questions = List.copyOf(all);
        for (boolean inForce : List.of(true, false)) {
            judge.tags().stream().sorted().forEach(tag -> forbidden.add(new Told.Forbidden(true, tag, inForce)));
            judge.exercises().forEach(exercise -> forbidden.add(new Told.Forbidden(false, exercise, inForce)));
        }
    }

    /** Hands over everybody; each group by its name. */
    Map<String, Consumer<Consumer<Told>>> groups(long seed, int drawn) {
        Map<String, Consumer<Consumer<Told>>> groups = new LinkedHashMap<>();
        groups.put("gates", this::gates);
        groups.put("pairs of cautions x positions", this::pairsOfCautions);
        groups.put("cautions x avoidances x positions", this::avoidances);
        groups.put("locks x directions x positions", this::locks);
        groups.put("pregnancy x positions", this::pregnancies);
        groups.put("three days of history x exercises", this::histories);
        groups.put("drawn with seed " + seed, sink -> drawn(seed, drawn, sink));
        return groups;
    }

    /** Well enough on day 20 for every exercise in its fullest form. */
    static Told well() {
        return new Person().told();
    }

    private void gates(Consumer<Told> sink) {
        for (String level : LEVELS) {
            for (Set<String> cleared : subsets(CLEARANCES)) {
                for (int age : List.of(15, 16)) {
                    for (int pain : List.of(-1, 0, 3, 6, 7, 10)) {
                        for (int day : List.of(0, 2, 7, 20)) {
                            for (int state = 0; state < 3; state++) {
                                Person person = new Person();
                                person.level = level;
                                person.cleared = cleared;
                                person.age = age;
                                person.pain = pain;
                                person.day = day;
                                person.stale = state == 1;
                                person.closed = state == 2;
                                sink.accept(person.told());
                                person.answers.put("poor-circulation", pain % 2 == 0 ? "yes" : "unsure");
                                person.open = Optional.of(pain % 3 == 0 ? "skin-broken" : "over-3-months");
                                sink.accept(person.told());
                            }
                        }
                    }
                }
            }
        }
    }

    private void pairsOfCautions(Consumer<Told> sink) {
        for (int i = 0; i < questions.size(); i++) {
            for (int j = i; j < questions.size(); j++) {
                for (String first : NOT_NO) {
                    for (String second : i == j ? List.of(first) : NOT_NO) {
                        Person person = new Person();
                        answer(person, questions.get(i), first);
                        answer(person, questions.get(j), second);
                        inEveryPosition(person, sink);
                    }
                }
            }
        }
    }

    private void avoidances(Consumer<Told> sink) {
        for (Told.Forbidden one : forbidden) {
            for (String question : questions) {
                Person person = new Person();
                person.forbidden.add(one);
                answer(person, question, "yes");
                inEveryPosition(person, sink);
            }
        }
    }

    private void locks(Consumer<Told> sink) {
        for (Set<String> locked : subsets(DIRECTIONS)) {
            for (String bending : ANY) {
                for (String arching : ANY) {
                    for (String twisting : ANY) {
                        Person person = new Person();
                        person.locked = locked;
                        answer(person, "worse-bending", bending);
                        answer(person, "worse-arching", arching);
                        answer(person, "worse-twisting", twisting);
                        inEveryPosition(person, sink);
                    }
                }
            }
        }
    }

    private void pregnancies(Consumer<Told> sink) {
        for (String pregnant : ANY) {
            for (String sixteen : ANY) {
                for (String twentyEight : ANY) {
                    for (String prone : ANY) {
                        for (String sex : List.of("female", "male", "")) {
                            Person person = new Person();
                            person.sex = sex;
                            answer(person, "pregnant", pregnant);
                            answer(person, "pregnant-16", sixteen);
                            answer(person, "pregnant-28", twentyEight);
                            answer(person, "prone-uncomfortable", prone);
                            inEveryPosition(person, sink);
                        }
                    }
                }
            }
        }
    }

    private void histories(Consumer<Told> sink) {
        for (String exercise : judge.exercises()) {
            for (String first : OUTCOMES) {
                for (String second : OUTCOMES) {
                    for (String third : OUTCOMES) {
                        for (int rises = 0; rises < 8; rises++) {
                            Person person = new Person();
                            person.days.clear();
                            int pain = 1;
                            for (int day = 0; day < 3; day++) {
                                String outcome = List.of(first, second, third).get(day);
                                person.days.add(new Told.Day(10 + day, pain, Map.of(exercise, outcome)));
                                pain = (rises >> day & 1) == 1 ? pain + 2 : Math.max(0, pain - 1);
                            }
                            person.day = 13;
                            person.pain = pain;
                            sink.accept(person.told());
                        }
                    }
                }
            }
        }
    }

    private void drawn(long seed, int number, Consumer<Told> sink) {
        Random random = new Random(seed);
        for (int i = 0; i < number; i++) {
            Person person = new Person();
            person.age = 10 + random.nextInt(80);
            person.sex = List.of("female", "male", "other", "").get(random.nextInt(4));
            person.level = LEVELS.get(4 - Math.min(4, random.nextInt(12)) % 5);
            person.cleared =
                    random.nextInt(4) == 0 ? subsets(CLEARANCES).get(random.nextInt(8)) : Set.copyOf(CLEARANCES);
            person.day = random.nextInt(30);
            person.pain = random.nextInt(12) - 1;
            person.stale = random.nextInt(20) == 0;
            person.closed = random.nextInt(30) == 0;
            int unclear = random.nextInt(6);
            IntStream.range(0, unclear)
                    .forEach(n -> answer(
                            person,
                            questions.get(random.nextInt(questions.size())),
                            ANY.get(random.nextInt(ANY.size()))));
            answer(person, "skin-broken", ANY.get(random.nextInt(ANY.size())));
            LYING.forEach(lying -> answer(person, lying, ANY.get(random.nextInt(ANY.size()))));
            IntStream.range(0, random.nextInt(3))
                    .forEach(n -> person.forbidden.add(forbidden.get(random.nextInt(forbidden.size()))));
            if (random.nextInt(4) == 0) {
                person.locked = subsets(DIRECTIONS).get(random.nextInt(16));
            }
            person.days.clear();
            IntStream.range(0, Math.min(person.day, random.nextInt(10)))
                    .forEach(n -> person.days.addFirst(drawnDay(person.day - 1 - n, random)));
            sink.accept(person.told());
        }
    }

    private Told.Day drawnDay(int day, Random random) {
        Map<String, String> outcomes = new TreeMap<>();
        List<String> exercises = List.copyOf(judge.exercises());
        IntStream.rangeClosed(0, random.nextInt(4))
                .forEach(n -> outcomes.put(
                        exercises.get(random.nextInt(exercises.size())),
                        random.nextInt(3) == 0 ? OUTCOMES.get(random.nextInt(OUTCOMES.size())) : "done"));
        return new Told.Day(day, random.nextInt(9), outcomes);
    }

    private static void inEveryPosition(Person person, Consumer<Told> sink) {
        for (Set<String> can : subsets(LYING)) {
            LYING.forEach(lying -> answer(person, lying, can.contains(lying) ? "yes" : "no"));
            sink.accept(person.told());
        }
    }

    private static void answer(Person person, String question, String answer) {
        if (answer.isEmpty()) {
            person.answers.remove(question);
        } else {
            person.answers.put(question, answer);
        }
    }

    private static List<Set<String>> subsets(List<String> of) {
        return IntStream.range(0, 1 << of.size())
                .mapToObj(bits -> (Set<String>) new TreeSet<>(IntStream.range(0, of.size())
                        .filter(i -> (bits >> i & 1) == 1)
                        .mapToObj(of::get)
                        .toList()))
                .toList();
    }

    /** What may be changed about somebody who is well. */
    private static final class Person {
        int age = 40;
        String sex = "female";
        Map<String, String> answers = new HashMap<>(Telling.ALL_CLEAR);
        String level = "SELF_CARE";
        Set<String> cleared = Set.copyOf(CLEARANCES);
        Optional<String> open = Optional.empty();
        int day = 20;
        int pain = 2;
        boolean stale;
        boolean closed;
        List<Told.Day> days = new ArrayList<>(Stream.of(17, 18, 19)
                .map(day -> new Told.Day(day, 2, Map.of("piriformis", "done")))
                .toList());
        Set<String> locked = Set.of();
        List<Told.Forbidden> forbidden = new ArrayList<>();

        Told told() {
            return new Told(
                    age,
                    sex,
                    Map.copyOf(answers),
                    level,
                    Set.copyOf(cleared),
                    open,
                    day,
                    pain < 0 ? Optional.empty() : Optional.of(pain),
                    stale,
                    closed,
                    days.stream().filter(done -> done.day() < day).toList(),
                    Set.copyOf(locked),
                    List.copyOf(forbidden));
        }
    }
}
