package org.unknot.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of this repository as a reader sees them; tests run in its root folder. */
final class Sources {

    private Sources() {}

    /** Text by path of all files below the folder whose name ends in one of the endings. */
    static Map<String, String> below(String folder, String... endings) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            Map<String, String> texts = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .filter(file -> List.of(endings).stream().anyMatch(file.toString()::endsWith))
                    .forEach(file -> texts.put(file.toString(), read(file)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
