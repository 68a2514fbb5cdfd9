package org.unknot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule is seen to report the class that breaks it: a rule that cannot fail guards nothing. */
class ArchitectureRulesTests {

    private static final String FIXTURES = "org.unknot.architecture.fixtures";

    @Test
    void aCallOfTheClockIsReported() {
        assertThat(reports(ArchitectureRules.NO_CLOCK, "clock"))
                .hasSize(7)
                .anyMatch(line -> line.contains("Instant.now()"))
                .anyMatch(line -> line.contains("LocalDate.now("))
                .anyMatch(line -> line.contains("System.currentTimeMillis()"))
                .anyMatch(line -> line.contains("Clock.systemUTC()"))
                .anyMatch(line -> line.contains("Date.<init>()"))
                .anyMatch(line -> line.contains("Calendar.getInstance()"))
                .anyMatch(line -> line.contains("references method <java.time.LocalDateTime.now()>"));
        assertThat(reports(ArchitectureRules.NO_STOPWATCH, "clock")).hasSize(1);
    }

    @Test
    void aPublicStoreIsReportedByAnnotationAndByName() {
        assertThat(reports(ArchitectureRules.NO_PUBLIC_STORE, "open"))
                .anyMatch(line -> line.contains("OpenShelves"))
                .anyMatch(line -> line.contains("OpenStore"))
                .hasSize(2);
    }

    @Test
    void aPublicControllerIsReportedByAnnotationAndByName() {
        assertThat(reports(ArchitectureRules.NO_PUBLIC_CONTROLLER, "open"))
                .anyMatch(line -> line.contains("OpenPage"))
                .anyMatch(line -> line.contains("OpenController"))
                .hasSize(2);
    }

    @Test
    void aStatementOutsideAStoreIsReported() {
        assertThat(reports(ArchitectureRules.SQL_ONLY_IN_STORES, "sql"))
                .isNotEmpty()
                .allMatch(line -> line.contains("Talkative"));
    }

    @Test
    void mappingRowsByClassIsReported() {
        assertThat(reports(ArchitectureRules.NO_ROW_MAPPING_BY_CLASS, "sql"))
                .anyMatch(line -> line.contains("StatementSpec.query(java.lang.Class)"))
                .anyMatch(line -> line.contains("DataClassRowMapper.<init>"))
                .hasSize(2);
    }

    @Test
    void aSecondLogAndThePrintedLineAreReported() {
        assertThat(reports(ArchitectureRules.NO_JAVA_UTIL_LOGGING, "streams")).isNotEmpty();
        assertThat(reports(ArchitectureRules.NO_STANDARD_STREAMS, "streams")).hasSize(1);
    }

    @Test
    void aPackageWithoutANounIsReported() {
        assertThat(reports(ArchitectureRules.NO_NAMELESS_PACKAGE, "util")).hasSize(1);
    }

    @Test
    void aCycleOfTwoModulesIsReported() {
        assertThat(reports(ArchitectureRules.noModuleCycle(FIXTURES + ".cycle"), "cycle"))
                .anyMatch(line -> line.startsWith("Cycle detected"));
    }

    @Test
    void theThirteenthSharedTypeIsReported() {
        assertThat(reports(ArchitectureRules.atMostTwelveTypesIn(FIXTURES + ".crowd"), "crowd"))
                .hasSize(1)
                .allMatch(line -> line.endsWith("is one type too many"));
    }

    private static List<String> reports(ArchRule rule, String fixture) {
        var classes = new ClassFileImporter().importPackages(FIXTURES + "." + fixture);
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
