package org.unknot.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What {@link ArchitectureRules} demands holds for every class of the product. */
class ArchitectureTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.unknot");

    @Test
    void nobodyReadsTheClock() {
        ArchitectureRules.NO_CLOCK.check(PRODUCT);
        ArchitectureRules.NO_STOPWATCH.check(PRODUCT);
    }

    @Test
    void storesArePackagePrivate() {
        ArchitectureRules.NO_PUBLIC_STORE.check(PRODUCT);
    }

    @Test
    void controllersArePackagePrivate() {
        ArchitectureRules.NO_PUBLIC_CONTROLLER.allowEmptyShould(true).check(PRODUCT);
    }

    @Test
    void onlyStoresTalkSql() {
        ArchitectureRules.SQL_ONLY_IN_STORES.check(PRODUCT);
    }

    @Test
    void rowsAreReadByColumn() {
        ArchitectureRules.NO_ROW_MAPPING_BY_CLASS.check(PRODUCT);
    }

    @Test
    void thereIsOneLogAndTheTerminalIsLeftAlone() {
        ArchitectureRules.NO_JAVA_UTIL_LOGGING.check(PRODUCT);
        ArchitectureRules.NO_STANDARD_STREAMS.check(PRODUCT);
    }

    @Test
    void packagesAreNounsOfTheDomain() {
        ArchitectureRules.NO_NAMELESS_PACKAGE.check(PRODUCT);
    }

    @Test
    void noModuleNeedsItself() {
        ArchitectureRules.noModuleCycle("org.unknot").check(PRODUCT);
    }

    @Test
    void sharedStaysSmall() {
        ArchitectureRules.atMostTwelveTypesIn("org.unknot.shared").check(PRODUCT);
    }
}
