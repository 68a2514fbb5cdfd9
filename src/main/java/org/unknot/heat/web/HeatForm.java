package org.unknot.heat.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.unknot.heat.Way;
import org.unknot.heat.Wish;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;

/**
 * The questions before heat as filled in, to be shown again with what is missing.
 *
 * @param none whether "None of these" was tapped
 * @param missing names of the parts that need an answer: {@code way}, {@code minutes}, {@code pregnant}, {@code list}, {@code both}
 */
public record HeatForm(
        String way,
        String minutes,
        Map<QuestionId, Answer> ticked,
        String pregnant,
        boolean none,
        List<String> missing) {

    /** Before anything was touched: the shortest course with the pack, which needs no way to a bathroom. */
    static HeatForm fresh(String way, String minutes) {
        boolean known = Way.of(way).isPresent();
        return new HeatForm(known ? way : "pack", minutes.equals("20") ? "20" : "15", Map.of(), "", false, List.of());
    }

    static HeatForm of(MultiValueMap<String, String> sent) {
        Map<QuestionId, Answer> ticked = new HashMap<>();
        for (QuestionId question : Wish.LIST) {
            List<String> values = sent.getOrDefault(question.value(), List.of());
            if (values.contains("yes")) {
                ticked.put(question, Answer.YES);
            } else if (values.contains("unsure")) {
                ticked.put(question, Answer.UNSURE);
            }
        }
        HeatForm form = new HeatForm(
                value(sent, "way"),
                value(sent, "minutes"),
                ticked,
                value(sent, "pregnant"),
                sent.containsKey("none"),
                List.of());
        return new HeatForm(form.way, form.minutes, form.ticked, form.pregnant, form.none, form.problems());
    }

    private static String value(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }

    /** A touched list is an answer even without "None of these": every tick in it speaks against heat. */
    private List<String> problems() {
        List<String> missing = new ArrayList<>();
        if (Way.of(way).isEmpty()) {
            missing.add("way");
        }
        if (!minutes.equals("15") && !minutes.equals("20")) {
            missing.add("minutes");
        }
        if (answer(pregnant).isEmpty()) {
            missing.add("pregnant");
        }
        if (none == !ticked.isEmpty()) {
            missing.add(none ? "both" : "list");
        }
        return missing;
    }

    private static Optional<Answer> answer(String word) {
        return java.util.Arrays.stream(Answer.values())
                .filter(answer -> answer.word().equals(word))
                .findFirst();
    }

    /** The wish, once nothing is missing. A tick refuses the course whatever the other lines are. */
    Wish wish() {
        Map<QuestionId, Answer> answers = new HashMap<>();
        for (QuestionId question : Wish.LIST) {
            answers.put(question, ticked.getOrDefault(question, Answer.NO));
        }
        answers.put(Wish.PREGNANT, answer(pregnant).orElse(Answer.UNSURE));
        return new Wish(Way.of(way).orElseThrow(), Integer.parseInt(minutes), answers);
    }

    public boolean wrong(String part) {
        return missing.contains(part);
    }

    public boolean ticked(QuestionId question, Answer answer) {
        return ticked.get(question) == answer;
    }

    /** Where the error summary leads for a part. */
    public static String input(String part) {
        return switch (part) {
            case "way" -> "way-pack";
            case "minutes" -> "minutes-15";
            case "pregnant" -> "pregnant-no";
            default -> "list";
        };
    }
}
