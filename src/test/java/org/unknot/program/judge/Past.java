package org.unknot.program.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The judge's own reading of what happened: which exercises must rest, and how far the episode has come. */
final class Past {

    private final Told told;
    private final Map<String, ExerciseFile> files;

    Past(Told told, Map<String, ExerciseFile> files) {
        this.told = told;
        this.files = files;
    }

    String phase() {
        int pain = told.painNow().orElse(10);
        if (told.day() < 2 || pain >= 7) {
            return "settle";
        }
        if (told.day() < 7 || comfortableDays() < 3) {
            return "move";
        }
        return told.day() >= 14 && pain <= 2 ? "keep" : "build";
    }

    /** Two bad days with no three comfortable ones in a row between them. */
    Set<String> rested() {
        Set<String> rested = new HashSet<>();
        files.values().stream().filter(ExerciseFile::offered).forEach(head -> {
            if (restsAfter(wordsFor(head))) {
                rested.add(head.id());
            }
        });
        return rested;
    }

    private static boolean restsAfter(List<String> days) {
        String story = String.join("", days);
        // b bad, c comfortable, e eased; u says nothing. Three comfortable days wipe out what was bad before them.
        String heard = story.replace("u", "");
        int bad = 0;
        for (int i = 0; i < heard.length(); i++) {
            if (heard.startsWith("ccc", i)) {
                bad = 0;
                i += 2;
            } else if (heard.charAt(i) == 'b') {
                bad++;
            }
            if (bad == 2) {
                return true;
            }
        }
        return false;
    }

    private List<String> wordsFor(ExerciseFile head) {
        List<String> words = new ArrayList<>();
        for (Told.Day day : told.days()) {
            List<String> own = day.outcomes().entrySet().stream()
                    .filter(outcome -> familyOf(head).contains(outcome.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            words.add(word(own, day));
        }
        return words;
    }

    private String word(List<String> outcomes, Told.Day day) {
        List<String> done = outcomes.stream().filter(o -> !o.equals("skipped")).toList();
        if (done.isEmpty()) {
            return "u";
        }
        Integer next = nextScore(day);
        if (done.contains("pain") || next != null && next - day.scoreBefore() >= 2) {
            return "b";
        }
        if (done.contains("eased")) {
            return "e";
        }
        return next != null && done.stream().allMatch("done"::equals) ? "c" : "u";
    }

    private long comfortableDays() {
        return told.days().stream()
                .filter(day -> word(List.copyOf(day.outcomes().values()), day).equals("c"))
                .count();
    }

    /** The first score of one of the next three days, today's included. */
    private @org.jspecify.annotations.Nullable Integer nextScore(Told.Day day) {
        for (int later = day.day() + 1; later <= day.day() + 3; later++) {
            for (Told.Day other : told.days()) {
                if (other.day() == later) {
                    return other.scoreBefore();
                }
            }
            if (later == told.day() && told.painNow().isPresent()) {
                return told.painNow().get();
            }
        }
        return null;
    }

    private Set<String> familyOf(ExerciseFile head) {
        Set<String> family = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(head.id()));
        head.harder().ifPresent(open::add);
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            ExerciseFile file = files.get(id);
            if (file != null && family.add(id)) {
                file.easier().ifPresent(open::add);
                file.eases().values().forEach(open::addAll);
            }
        }
        return family;
    }
}
