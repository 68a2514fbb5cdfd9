package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.moments.support.TimeMachine;
import org.springframework.transaction.support.TransactionTemplate;
import org.unknot.shared.PersonId;

/** Guests are made by a post, known by a signature, kept apart by the gate, and forgotten when idle. */
@SpringBootTest(properties = "unknot.time-machine=true")
class GuestTests {

    @Autowired
    private Guests guests;

    @Autowired
    private Gate gate;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TimeMachine time;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aGuestComesBackByTheSignedCookie() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Visitor guest = guests.admit(new MockHttpServletRequest(), response);
        assertThat(response.getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=7776000");
        assertThat(guests.visitor(requestWith(response))).isEqualTo(guest);
    }

    @Test
    void aForgedOrSpoiltCookieIsNobody() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        guests.admit(new MockHttpServletRequest(), response);
        String value = cookie(response);
        for (String forged : new String[] {
            "", ".", "x", value + "x", value.substring(1), value.replace(".", ""), new UUID(1, 2).toString(), "ä.ö"
        }) {
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.setCookies(new jakarta.servlet.http.Cookie(Guests.COOKIE, forged));
            assertThat(guests.visitor(request)).as(forged).isEqualTo(Visitor.NOBODY);
        }
    }

    @Test
    void theGateOpensOnlyOnesOwnRecordAndWritesDownBoth() {
        Visitor one = guests.admit(new MockHttpServletRequest(), new MockHttpServletResponse());
        PersonId other = person(guests.admit(new MockHttpServletRequest(), new MockHttpServletResponse()));
        gate.mayRead(one, person(one), Purpose.PROGRAM);
        assertThatThrownBy(() -> gate.mayRead(one, other, Purpose.PROGRAM)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        within -> gate.mayChange(Visitor.NOBODY, other, Purpose.TRIAGE)))
                .isInstanceOf(AccessDenied.class);
        assertThat(entries(person(one), true)).isEqualTo(1);
        assertThat(entries(other, false)).isEqualTo(2);
    }

    @Test
    void aPersonWhoIsNotThereMayNothing() {
        PersonId nobody = new PersonId(UUID.randomUUID());
        Visitor ghost = Visitor.guest(nobody);
        assertThatThrownBy(() -> gate.mayRead(ghost, nobody, Purpose.PROGRAM)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void whoComesBackKeepsTheCookieAsLongAsTheRecord() {
        MockHttpServletResponse first = new MockHttpServletResponse();
        guests.admit(new MockHttpServletRequest(), first);
        MockHttpServletResponse sameDay = new MockHttpServletResponse();
        guests.admit(requestWith(first), sameDay);
        assertThat(sameDay.getHeader("Set-Cookie")).isNull();
        time.shiftBy(Duration.ofDays(1));
        MockHttpServletResponse nextDay = new MockHttpServletResponse();
        guests.admit(requestWith(first), nextDay);
        assertThat(cookie(nextDay)).isEqualTo(cookie(first));
        time.reset();
    }

    @Test
    void ninetyIdleDaysEraseAGuestAndOneWhoIsStillHereStays() {
        PersonId idle = person(guests.admit(new MockHttpServletRequest(), new MockHttpServletResponse()));
        MockHttpServletResponse response = new MockHttpServletResponse();
        PersonId active = person(guests.admit(new MockHttpServletRequest(), response));
        time.shiftBy(Duration.ofDays(60));
        guests.admit(requestWith(response), new MockHttpServletResponse());
        time.shiftBy(Duration.ofDays(32));
        assertThat(people.exists(idle)).isFalse();
        assertThat(people.exists(active)).isTrue();
        time.reset();
    }

    private int entries(PersonId subject, boolean allowed) {
        return jdbc.sql("select count(*) from audit.entry where subject = ? and allowed = ?")
                .params(subject.value(), allowed)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private static MockHttpServletRequest requestWith(MockHttpServletResponse response) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new jakarta.servlet.http.Cookie(Guests.COOKIE, cookie(response)));
        return request;
    }

    private static String cookie(MockHttpServletResponse response) {
        String header = String.valueOf(response.getHeader("Set-Cookie"));
        return header.substring(header.indexOf('=') + 1, header.indexOf(';'));
    }

    private static PersonId person(Visitor visitor) {
        return visitor.person().orElseThrow();
    }
}
