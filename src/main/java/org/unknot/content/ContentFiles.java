package org.unknot.content;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The reviewed content files, {@code content/<kind>/<id>.yaml}, one thing a file. Those of the program come from the class
 * path; a clinic's own folder, when set, adds files and replaces those with the same kind and id.
 *
 * <pre>{@code
 * List<Document<Pillow>> pillows = files.read("pillow", section -> new Pillow(section.text("name", "Firm pillow")));
 * }</pre>
 *
 * Every file also has {@code id}, {@code source}, {@code licence}, {@code author} and {@code review}; they are read here, not
 * by the form. All problems of a kind are thrown together as {@link ContentRefused}.
 */
public final class ContentFiles {

    private final String root;
    private final Optional<Path> clinic;

    private ContentFiles(String root, Optional<Path> clinic) {
        this.root = root;
        this.clinic = clinic;
    }

    /** The files that ship with the program. */
    public static ContentFiles ofProgram() {
        return new ContentFiles("content", Optional.empty());
    }

    /** The files that ship with the program, and over them those of a clinic's own folder {@code <folder>/<kind>/<id>.yaml}. */
    public static ContentFiles withClinicFolder(Path folder) {
        return new ContentFiles("content", Optional.of(folder));
    }

    /** Only the files of a folder, for tests of content. */
    public static ContentFiles onlyFrom(Path folder) {
        return new ContentFiles("", Optional.of(folder));
    }

    /** Every file of a kind, in the order of their ids. Throws {@link ContentRefused} when any of them cannot be used. */
    public <T> List<Document<T>> read(String kind, Form<T> form) {
        List<Document<T>> documents = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, Source> found : sources(kind).entrySet()) {
            Reading reading = new Reading(found.getValue().name(), found.getKey());
            documentOf(found.getValue(), reading, form).ifPresent(documents::add);
            problems.addAll(reading.problems);
        }
        if (!problems.isEmpty()) {
            throw new ContentRefused(problems);
        }
        return List.copyOf(documents);
    }

    private record Source(String name, byte[] bytes) {}

    /** By id, so that a clinic's file takes the place of the program's. */
    private Map<String, Source> sources(String kind) {
        Map<String, Source> sources = new TreeMap<>();
        try {
            if (!root.isEmpty()) {
                String pattern = "classpath*:" + root + "/" + kind + "/*.yaml";
                for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    String name = String.valueOf(resource.getFilename());
                    sources.put(
                            idOf(name), new Source(root + "/" + kind + "/" + name, resource.getContentAsByteArray()));
                }
            }
            if (clinic.isPresent() && Files.isDirectory(clinic.get().resolve(kind))) {
                for (Path file : yamlFiles(clinic.get().resolve(kind))) {
                    String name = file.getFileName().toString();
                    sources.put(idOf(name), new Source(kind + "/" + name, Files.readAllBytes(file)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Content files of kind " + kind + " cannot be read", unreadable);
        }
        return sources;
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    private static String idOf(String fileName) {
        return fileName.substring(0, fileName.length() - ".yaml".length());
    }

    private static <T> Optional<Document<T>> documentOf(Source source, Reading reading, Form<T> form) {
        Optional<MappingNode> top = compose(source, reading);
        if (top.isEmpty()) {
            return Optional.empty();
        }
        Section section = new Section(new Mapping(reading, "", top.get()));
        try {
            reading.provenance = Header.read(section, reading.id);
            T value = reading.apply(form, section);
            section.refuseUnknown();
            return reading.problems.isEmpty()
                    ? Optional.of(new Document<>(
                            reading.id,
                            value,
                            reading.provenance,
                            sha256(source.bytes()),
                            source.name(),
                            reading.lines))
                    : Optional.empty();
        } catch (Reading.Abandoned abandoned) {
            return Optional.empty(); // its problems are noted in reading
        }
    }

    private static Optional<MappingNode> compose(Source source, Reading reading) {
        String text = new String(source.bytes(), StandardCharsets.UTF_8);
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            reading.problem(1, "", "fields and values", "id: knee-to-chest");
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            reading.problem(line, "", "YAML, but " + broken.getProblem(), "id: knee-to-chest");
        } catch (YAMLException broken) {
            reading.problem(1, "", "YAML, but " + broken.getMessage(), "id: knee-to-chest");
        }
        return Optional.empty();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
