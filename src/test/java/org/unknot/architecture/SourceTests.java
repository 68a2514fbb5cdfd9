package org.unknot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@link SourceRules} demands holds for every source of the product. */
class SourceTests {

    private static final Path ROOT = Path.of("src/main/java/org/unknot");

    private final Map<String, String> java = Sources.below("src/main/java", ".java");

    @Test
    void everyPackageSaysWhatItIsForAndEveryModuleWhatItMustNeverDo() {
        assertThat(java.entrySet().stream()
                        .filter(file -> file.getKey().endsWith("package-info.java"))
                        .flatMap(file ->
                                SourceRules.ofPackage(file.getKey(), file.getValue(), isModule(file.getKey()))
                                        .stream()))
                .isEmpty();
        Set<Path> described = java.keySet().stream()
                .filter(file -> file.endsWith("package-info.java"))
                .map(file -> parent(Path.of(file)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(java.keySet().stream().map(file -> parent(Path.of(file))).collect(Collectors.toSet()))
                .as("packages")
                .isSubsetOf(described);
    }

    @Test
    void everyStatementIsAConstant() {
        assertThat(java.entrySet().stream()
                        .flatMap(file -> SourceRules.ofStatements(file.getKey(), file.getValue()).stream()))
                .isEmpty();
    }

    @Test
    void nothingIsSwallowedAndNoLooseEndIsLeft() {
        assertThat(java.entrySet().stream()
                        .flatMap(file -> SourceRules.ofLooseEnds(file.getKey(), file.getValue()).stream()))
                .isEmpty();
    }

    @Test
    void filesAreShort() {
        assertThat(java.entrySet().stream()
                        .flatMap(file -> SourceRules.ofLength(file.getKey(), file.getValue(), 350).stream()))
                .isEmpty();
    }

    private static boolean isModule(String packageInfo) {
        return ROOT.equals(parent(parent(Path.of(packageInfo))));
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }
}
