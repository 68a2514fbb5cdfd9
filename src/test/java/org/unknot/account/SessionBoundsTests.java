package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unknot.shared.PersonId;

/** How long one stays signed in: staff for a working day at most, others for a month; a broken session is nobody's. */
class SessionBoundsTests extends WithMail {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void staffAreSignedOutAfterTwelveHoursAndOthersAfterThirtyDays() throws Exception {
        PersonsBrowser patient = browser();
        patient.signInByLink(address(), 1);
        String address = address();
        browser().signInByLink(address, 1);
        PersonId kim = person(address);
        roles.giveAsInvited(Optional.empty(), kim, Set.of(Role.FRONT_DESK));
        PersonsBrowser desk = browser();
        desk.signInByLink(address, 2);
        time.shiftBy(Duration.ofHours(11));
        assertThat(desk.get("/account").statusCode()).isEqualTo(200);
        time.shiftBy(Duration.ofHours(2));
        assertThat(desk.get("/account").statusCode()).isNotEqualTo(200);
        assertThat(patient.get("/account").statusCode()).isEqualTo(200);
        time.shiftBy(Duration.ofDays(31));
        assertThat(patient.get("/account").statusCode()).isNotEqualTo(200);
    }

    @Test
    void anIdleDeskIsSignedOutAfterHalfAnHour() throws Exception {
        String address = address();
        browser().signInByLink(address, 1);
        roles.giveAsInvited(Optional.empty(), person(address), Set.of(Role.FRONT_DESK));
        browser().signInByLink(address, 2);
        assertThat(idleSeconds(person(address))).containsExactlyInAnyOrder(1800, 30 * 24 * 3600);
    }

    @Test
    void aSecondProofKeepsThePhonesCookieForAsLong() throws Exception {
        PersonsBrowser phone = browser();
        String address = address();
        assertThat(kept(phone, address, 1))
                .contains("Max-Age=2592000")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(kept(phone, address, 2)).contains("Max-Age=2592000");
    }

    @Test
    void aSessionThatCannotBeReadIsNobody() throws Exception {
        PersonsBrowser phone = browser();
        String address = address();
        phone.signInByLink(address, 1);
        int spoilt = jdbc.sql("""
                update account.http_session_attributes set attribute_bytes = 'x'::bytea where session_primary_id in
                    (select primary_id from account.http_session where principal_name = ?)
                """).param(person(address).value().toString()).update();
        assertThat(spoilt).isPositive();
        assertThat(phone.get("/account").statusCode()).isBetween(300, 499);
        assertThat(phone.get("/sign-in").statusCode()).isEqualTo(200);
    }

    private String kept(PersonsBrowser phone, String address, int letters) throws Exception {
        phone.post("/sign-in", "email", address);
        HttpResponse<String> pressed = phone.press(Mailbox.link(address, letters));
        return pressed.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(SecurityConfiguration.SESSION_COOKIE))
                .findFirst()
                .orElse("");
    }

    private List<Integer> idleSeconds(PersonId person) {
        return jdbc.sql("select max_inactive_interval from account.http_session where principal_name = ?")
                .param(person.value().toString())
                .query((row, n) -> row.getInt(1))
                .list();
    }

    private PersonId person(String address) {
        return accounts.of(new EmailAddress(address)).orElseThrow();
    }
}
