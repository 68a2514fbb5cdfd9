package org.unknot.exercise;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.unknot.content.ContentFiles;
import org.unknot.content.ContentRefused;
import org.unknot.content.Document;
import org.unknot.content.Problem;

/**
 * All exercises as reviewed, in the order of the handbook. Loaded and checked once at start; throws {@link ContentRefused} with
 * every problem when a file or the files together cannot be used.
 */
@Component
public final class Catalogue {

    private final Map<ExerciseId, Exercise> exercises = new LinkedHashMap<>();
    private final String contentHash;

    public Catalogue(ContentFiles files) {
        List<Document<ExerciseForm.Entry>> documents = files.read("exercise", ExerciseForm::read);
        documents.stream()
                .map(Document::value)
                .sorted(Comparator.comparingInt(ExerciseForm.Entry::order))
                .forEach(entry -> exercises.put(entry.exercise().id(), entry.exercise()));
        List<Problem> problems = new ArrayList<>();
        for (Document<ExerciseForm.Entry> document : documents) {
            new CatalogueCheck(exercises, document, problems).run();
        }
        if (!problems.isEmpty()) {
            throw new ContentRefused(problems);
        }
        this.contentHash = hashOf(documents);
    }

    /** Every form of every exercise. */
    public List<Exercise> all() {
        return List.copyOf(exercises.values());
    }

    /** The six a program may offer by themselves; the others are reached as easier or harder forms. */
    public List<Exercise> offered() {
        return exercises.values().stream().filter(Exercise::offered).toList();
    }

    public Optional<Exercise> byId(ExerciseId id) {
        return Optional.ofNullable(exercises.get(id));
    }

    /** The easier form, its easier form, and so on, without the exercise itself; empty when it has none or is unknown. */
    public List<Exercise> easierChain(ExerciseId id) {
        List<Exercise> chain = new ArrayList<>();
        Optional<Exercise> next = byId(id).flatMap(Exercise::easier).flatMap(this::byId);
        while (next.isPresent()) {
            chain.add(next.get());
            next = next.get().easier().flatMap(this::byId);
        }
        return List.copyOf(chain);
    }

    /** SHA-256 over all exercise files, lower-case hexadecimal: a script made from other words is stale. */
    public String contentHash() {
        return contentHash;
    }

    private static String hashOf(List<Document<ExerciseForm.Entry>> documents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Document<ExerciseForm.Entry> document : documents) {
                digest.update((document.id() + document.hash()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
