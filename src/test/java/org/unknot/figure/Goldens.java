package org.unknot.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.unknot.content.ContentFiles;
import org.unknot.shared.Side;
import org.unknot.shared.Texts;

/** Every still that somebody has looked at and approved, by its file below src/test/resources/figure-goldens. */
final class Goldens {

    static final Path FOLDER = Path.of("src/test/resources/figure-goldens");

    private Goldens() {}

    static Figures shipped() throws IOException {
        return new FigureConfiguration().figures(ContentFiles.ofProgram(), new Texts());
    }

    /** All keyframes of all figures, the right side of those with sides: the left is the same by the mirror's own tests. */
    static Map<String, String> drawn(Figures figures) {
        Map<String, String> stills = new TreeMap<>();
        for (FigureId id : figures.all()) {
            Side side = figures.figure(id).sided() ? Side.RIGHT : null;
            for (Keyframe keyframe : figures.figure(id).keyframes()) {
                String still = figures.still(id, keyframe.id(), side, Build.MIDDLE, Palette.VARIABLES);
                stills.put(id.value() + "." + keyframe.id() + ".svg", still.replace("><", ">\n<") + "\n");
            }
        }
        return stills;
    }

    static Map<String, String> approved() throws IOException {
        Map<String, String> stills = new TreeMap<>();
        if (Files.isDirectory(FOLDER)) {
            for (Path file : files()) {
                stills.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return stills;
    }

    /** Takes what is drawn now as right, and forgets what is no longer drawn. */
    static int approve(Map<String, String> drawn) throws IOException {
        Files.createDirectories(FOLDER);
        for (Path file : files()) {
            if (!drawn.containsKey(file.getFileName().toString())) {
                Files.delete(file);
            }
        }
        int changed = 0;
        for (Map.Entry<String, String> still : drawn.entrySet()) {
            Path file = FOLDER.resolve(still.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(still.getValue())) {
                Files.writeString(file, still.getValue());
                changed++;
            }
        }
        return changed;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".svg")).toList();
        }
    }
}
