package org.unknot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.PersonId;

/** The command as an operator runs it, beside the program, on a chain that somebody tampered with; mended again at the end. */
@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
class VerifyAuditCommandTests {

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment settings;

    @Test
    void theCommandNamesThePersonAndTheNumberAndEndsWithOne(CapturedOutput output) {
        PersonId person = new PersonId(UUID.randomUUID());
        for (int i = 0; i < 3; i++) {
            audit.record(Optional.of(person), person, Action.READ, "PROGRAM");
        }
        tamper("update audit.entry set allowed = not allowed where subject = ? and n = 2", person);
        try {
            assertThat(command()).isEqualTo(1);
            assertThat(output.getOut()).contains("BROKEN person " + person.value() + ", entry 2: changed");
        } finally {
            tamper("update audit.entry set allowed = not allowed where subject = ? and n = 2", person);
        }
        assertThat(command()).isZero();
        assertThat(output.getOut()).contains("All of it fits.");
    }

    private int command() {
        return VerifyAudit.run(new String[] {
            VerifyAudit.OPTION,
            "--unknot.database.url=" + settings.getRequiredProperty("unknot.database.url"),
            "--unknot.database.user=" + settings.getRequiredProperty("unknot.database.user"),
            "--unknot.database.password=" + settings.getRequiredProperty("unknot.database.password"),
        });
    }

    private void tamper(String sql, PersonId person) {
        jdbc.sql("alter table audit.entry disable trigger user").update();
        jdbc.sql(sql).param(person.value()).update();
        jdbc.sql("alter table audit.entry enable trigger user").update();
    }
}
