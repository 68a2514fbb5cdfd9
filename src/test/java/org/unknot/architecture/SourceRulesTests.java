package org.unknot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each rule on sources is seen to report what breaks it, and to leave alone what looks like it. */
class SourceRulesTests {

    @Test
    void aModuleWithoutALimitADeclarationOrNullMarkingIsReported() {
        assertThat(SourceRules.ofPackage("package-info.java", "/** Does much. */ package a;", true))
                .hasSize(3);
        assertThat(SourceRules.ofPackage(
                        "package-info.java",
                        "/** Does much. It must\n * never do more. */ @NullMarked @ApplicationModule(allowedDependencies = {})",
                        true))
                .isEmpty();
        assertThat(SourceRules.ofPackage("package-info.java", "/** Part. */ @NullMarked package a.b;", false))
                .isEmpty();
    }

    @Test
    void aStatementThatIsPutTogetherIsReported() {
        assertThat(SourceRules.ofStatements("A.java", "jdbc.sql(\"select 1 from t where a = '\" + name + \"'\")"))
                .containsExactly(
                        "A.java:1: statement is not a constant: \"select 1 from t where a = '\" + name + \"'\"");
        assertThat(SourceRules.ofStatements("A.java", "jdbc.sql(\"select %s\".formatted(column))"))
                .hasSize(1);
        assertThat(SourceRules.ofStatements("A.java", "jdbc.sql(statement(kind))"))
                .hasSize(1);
    }

    @Test
    void aStatementMadeOfConstantsIsLeftAlone() {
        assertThat(SourceRules.ofStatements(
                        "A.java",
                        "jdbc.sql(\"select count(*) from t\"); jdbc.sql(SELECT + \" where id = ?\"); jdbc.sql(\"\"\"\n"
                                + "  select (1) -- a \"quoted\" name\n  \"\"\")"))
                .isEmpty();
    }

    @Test
    void aSwallowedExceptionAndALooseEndAreReported() {
        assertThat(SourceRules.ofLooseEnds("A.java", "try { a(); } catch (IOException e) {\n}\n// TO" + "DO later"))
                .containsExactly("A.java:1: swallows IOException e", "A.java:3: TO" + "DO");
    }

    @Test
    void aLongFileIsReported() {
        assertThat(SourceRules.ofLength("A.java", "line\n".repeat(250), 250)).hasSize(1);
        assertThat(SourceRules.ofLength("A.java", "line\n".repeat(249), 250)).isEmpty();
    }
}
