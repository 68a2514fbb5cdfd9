package org.unknot.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.unknot.account.Accounts;
import org.unknot.account.EmailAddress;
import org.unknot.account.Role;
import org.unknot.account.Roles;
import org.unknot.account.SignedInAs;
import org.unknot.calendar.Days;
import org.unknot.shared.PersonId;
import org.unknot.shared.Texts;

/** What a page calls people and moments. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class NamesTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private Texts texts;

    private Names names;

    @BeforeEach
    void inTokyo() {
        names = new Names(accounts, roles, texts, () -> Days.in(ZoneId.of("Asia/Tokyo")));
    }

    @Test
    void byNameElseByMailElseByNothingAndWhoIsGoneIsGone() {
        PersonId person = somebody();
        assertThat(names.of(person)).isEqualTo("Somebody who gave no name");
        String mail = "kim-" + UUID.randomUUID() + "@example.org";
        accounts.use(person, EmailAddress.typed(mail));
        assertThat(names.of(person)).isEqualTo(mail);
        accounts.call(person, "Kim Example", "");
        assertThat(names.of(person)).isEqualTo("Kim Example");
        assertThat(names.of(new PersonId(UUID.randomUUID()))).isEqualTo("Somebody who is no longer here");
    }

    @Test
    void staffWithWhatTheyAreAndOthersWithout() {
        PersonId ot = somebody(Role.SOFT_TISSUE_OT);
        PersonId patient = somebody();
        accounts.call(ot, "Ana Example", "");
        accounts.call(patient, "Ben Example", "");
        assertThat(names.withRoles(ot)).isEqualTo("Ana Example (" + names.of(Role.SOFT_TISSUE_OT) + ")");
        assertThat(names.of(Role.SOFT_TISSUE_OT)).isEqualTo("Soft tissue occupational therapist");
        assertThat(names.withRoles(patient)).isEqualTo("Ben Example");
        assertThat(names.among(List.of(patient, ot), Role.SOFT_TISSUE_OT)).containsExactly("Ana Example");
        assertThat(names.among(List.of(patient, ot), Role.OWNER)).isEmpty();
    }

    @Test
    void momentsByTheClocksOfTheClinic() {
        Instant at = Instant.parse("2026-11-22T15:05:00Z");
        assertThat(names.of(at)).isEqualTo("23 November 2026, 12:05 am");
        assertThat(names.timeOf(at)).isEqualTo("12:05 am");
    }

    private PersonId somebody(Role... roles) {
        return new SignedInAs(context).with(roles).person();
    }
}
