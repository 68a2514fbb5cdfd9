package org.unknot.program.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the judge needs from one exercise file, read by itself. */
record ExerciseFile(
        String id,
        boolean offered,
        String position,
        String direction,
        String from,
        Set<String> tags,
        Set<String> blocks,
        Map<String, Set<String>> eases,
        Optional<String> easier,
        Optional<String> harder,
        int minSeconds,
        int maxSeconds,
        int repetitions) {

    static Map<String, ExerciseFile> all(Path folder) {
        Map<String, ExerciseFile> all = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                ExerciseFile exercise = read(Files.readString(file));
                all.put(exercise.id(), exercise);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    private static ExerciseFile read(String yaml) {
        Map<String, Object> top = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        Map<?, ?> dose = (Map<?, ?>) must(top, "dose");
        Map<?, ?> hold = (Map<?, ?>) must(dose, "hold");
        Set<String> blocks = new LinkedHashSet<>();
        list(top, "blocks").forEach(block -> blocks.add(text((Map<?, ?>) block, "when")));
        Map<String, Set<String>> eases = new LinkedHashMap<>();
        for (Object ease : list(top, "eases")) {
            eases.computeIfAbsent(text((Map<?, ?>) ease, "when"), none -> new LinkedHashSet<>())
                    .add(text((Map<?, ?>) ease, "to"));
        }
        Set<String> tags = new LinkedHashSet<>();
        list(top, "tags").forEach(tag -> tags.add((String) tag));
        return new ExerciseFile(
                text(top, "id"),
                (Boolean) must(top, "offered"),
                text(top, "position"),
                text(top, "direction"),
                text(top, "from"),
                tags,
                blocks,
                eases,
                Optional.ofNullable((String) top.get("easier")),
                Optional.ofNullable((String) top.get("harder")),
                (Integer) must(hold, "min"),
                (Integer) must(hold, "max"),
                (Integer) must(dose, "repetitions"));
    }

    private static String text(Map<?, ?> section, String field) {
        return (String) must(section, field);
    }

    private static Object must(Map<?, ?> section, String field) {
        Object value = section.get(field);
        if (value == null) {
            throw new IllegalArgumentException("The judge misses " + field + " in " + section);
        }
        return value;
    }

    private static List<Object> list(Map<?, ?> section, String field) {
        Object value = section.get(field);
        return value == null ? List.of() : new ArrayList<>((List<?>) value);
    }
}
