package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.clinic.Roster;
import org.unknot.program.Answered;
import org.unknot.session.PaperRecords;
import org.unknot.session.QuietMinutes;
import org.unknot.session.Scripts;
import org.unknot.triage.Triage;

/** A person's page for the staff costs the same however much there is on it: one query for each part. */
@SpringBootTest
@Import(CountedStatements.class)
class StaffPageCostTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Roster roster;

    @Autowired
    private Triage triage;

    @Autowired
    private Scripts scripts;

    @Autowired
    private PaperRecords records;

    @Autowired
    private QuietMinutes quiet;

    @Test
    void moreRowsAreNotMoreStatements() throws Exception {
        SignedInAs signedIn = new SignedInAs(context);
        Somebody patient = signedIn.patientWhoConsents();
        Somebody ot = signedIn.with(Role.SOFT_TISSUE_OT);
        signedIn.relate(patient, ot, Relationship.TREATS);
        Answered.withNoToEverything(triage, patient.visitor(), 3);
        did(patient);
        int few = CountedStatements.during(() -> roster.sheet(ot.visitor(), patient.person(), 8));
        for (int n = 0; n < 6; n++) {
            did(patient);
        }

        assertThat(roster.sheet(ot.visitor(), patient.person(), 8).history().sessions())
                .hasSize(7);
        assertThat(CountedStatements.during(() -> roster.sheet(ot.visitor(), patient.person(), 8)))
                .isEqualTo(few);
    }

    private void did(Somebody patient) {
        UUID script = scripts.ofToday(patient.visitor()).orElseThrow().id();
        records.take(patient.visitor(), script, "better", "2");
        quiet.take(
                patient.visitor(),
                UUID.randomUUID(),
                new QuietMinutes.Told(
                        "silent", Instant.EPOCH, Optional.empty(), 300, Optional.empty(), Optional.empty()));
    }
}
