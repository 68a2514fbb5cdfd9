package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.unknot.account.SignedInAs.Somebody;

/** What it costs to ask: statements, because they are the same on every machine. */
@SpringBootTest
@Import(CountedStatements.class)
class DecisionCostTests {

    /** One that adds to the audit. */
    private static final int WRITTEN_DOWN = 1;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Gate gate;

    @Autowired
    private TransactionTemplate transaction;

    private SignedInAs signedIn;

    @BeforeEach
    void open() {
        signedIn = new SignedInAs(context);
    }

    @Test
    void aDecisionIsOneStatementForStaffCarersAndThePersonAlike() throws Exception {
        Somebody patient = signedIn.patientWhoConsents();
        Somebody ot = signedIn.with(Role.SOFT_TISSUE_OT);
        Somebody carer = signedIn.with();
        signedIn.relate(patient, ot, Relationship.TREATS);
        signedIn.relate(patient, carer, Relationship.CARER);
        for (Somebody who : new Somebody[] {patient, ot, carer}) {
            assertThat(CountedStatements.during(() -> gate.mayRead(who.visitor(), patient.person(), Purpose.TRIAGE)))
                    .isEqualTo(1 + WRITTEN_DOWN);
        }
    }

    @Test
    void aChangeIsDecidedOnceMoreWhenItsTurnHasCome() throws Exception {
        Somebody patient = signedIn.patientWhoConsents();
        assertThat(CountedStatements.during(() -> transaction.executeWithoutResult(
                        within -> gate.mayChange(patient.visitor(), patient.person(), Purpose.TRIAGE))))
                .isEqualTo(2 + WRITTEN_DOWN);
    }

    @Test
    void forAGuestToo() throws Exception {
        Visitor guest =
                context.getBean(Guests.class).admit(new MockHttpServletRequest(), new MockHttpServletResponse());
        assertThat(CountedStatements.during(
                        () -> gate.mayRead(guest, guest.person().orElseThrow(), Purpose.PROGRAM)))
                .isEqualTo(1 + WRITTEN_DOWN);
    }
}
