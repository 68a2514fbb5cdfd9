package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.moments.support.TimeMachine;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.audit.Audit;

/** What a door lets in, over real HTTP, with routes made for it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
@Import({DoorKeeperTests.Rooms.class, DoorKeeperTests.NoDoor.class})
class DoorKeeperTests {

    @Door(Door.For.SIGNED_IN)
    @RestController
    static class Rooms {
        @GetMapping({"/test/signed-in", "/api/test/signed-in"})
        String signedIn() {
            return "in";
        }

        @Door(value = Door.For.SIGNED_IN, fresh = true)
        @GetMapping("/test/fresh")
        String fresh() {
            return "in";
        }

        @Door(Door.For.STAFF)
        @GetMapping({"/test/staff", "/api/test/staff"})
        String staff() {
            return "in";
        }

        @Door(value = Door.For.STAFF, roles = Role.OWNER, fresh = true)
        @GetMapping("/test/owner")
        String owner() {
            return "in";
        }
    }

    @RestController
    static class NoDoor {
        @GetMapping("/test/no-door")
        String closed() {
            return "in";
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TimeMachine time;

    private SignedInAs signedIn;

    @BeforeEach
    void open() {
        signedIn = new SignedInAs(context);
    }

    @AfterEach
    void comeBack() {
        time.reset();
    }

    @Test
    void aRouteWithoutADoorIsClosedToEverybody() throws Exception {
        for (String cookie : new String[] {"", signedIn.with(Role.OWNER).cookieHeader()}) {
            assertThat(at("/test/no-door", cookie).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whoMustSignInIsLedThereAndBackAndAProgramIsTold() throws Exception {
        HttpResponse<String> page = at("/test/signed-in?a=b&c=%2F", "");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(Knock.to(page)).isEqualTo("/sign-in?next=%2Ftest%2Fsigned-in%3Fa%3Db%26c%3D%252F");
        HttpResponse<String> api = at("/api/test/signed-in", "");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(at("/test/signed-in", signedIn.guestCookie()).statusCode()).isEqualTo(303);
        assertThat(at("/test/signed-in", signedIn.with().cookieHeader()).body()).isEqualTo("in");
    }

    @Test
    void aStaleProofIsAskedForAgainWhereItMustBeFresh() throws Exception {
        Somebody patient = signedIn.with();
        assertThat(at("/test/fresh", patient.cookieHeader()).body()).isEqualTo("in");
        time.shiftBy(Duration.ofSeconds(301));
        assertThat(Knock.to(at("/test/fresh", patient.cookieHeader())))
                .isEqualTo("/sign-in/again?next=%2Ftest%2Ffresh");
        assertThat(at("/test/signed-in", patient.cookieHeader()).body()).isEqualTo("in");
    }

    @Test
    void staffNeedARoleAndAStrongProof() throws Exception {
        Somebody desk = signedIn.with(Role.FRONT_DESK);
        assertThat(at("/test/staff", desk.cookieHeader()).body()).isEqualTo("in");
        String weak = SecurityConfiguration.SESSION_COOKIE + "=" + signedIn.weakSession(desk.person());
        assertThat(Knock.to(at("/test/staff", weak))).startsWith("/sign-in/again?next=");
        assertThat(at("/api/test/staff", weak).statusCode()).isEqualTo(401);
        assertThat(at("/test/staff", "").statusCode()).isEqualTo(303);
    }

    @Test
    void whoHasNoRightIsToldNothingAndItIsWrittenDown() throws Exception {
        Somebody patient = signedIn.with();
        HttpResponse<String> refused = at("/test/staff", patient.cookieHeader());
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body())
                .isEqualTo(at("/test/nothing-here", patient.cookieHeader()).body());
        assertThat(context.getBean(Audit.class).trail(patient.person(), Optional.empty(), 10))
                .anySatisfy(entry -> {
                    assertThat(entry.allowed()).isFalse();
                    assertThat(entry.purpose()).isEqualTo("ROLES");
                });
        assertThat(at(
                                "/test/owner",
                                signedIn.with(Role.AUDITOR, Role.FRONT_DESK).cookieHeader())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRoleThatWasWithdrawnIsGoneInTheSessionThatIsOpen() throws Exception {
        Somebody owner = signedIn.with(Role.OWNER);
        Somebody second = signedIn.with(Role.OWNER);
        assertThat(at("/test/owner", second.cookieHeader()).body()).isEqualTo("in");
        context.getBean(Roles.class).withdraw(owner.visitor(), second.person(), Role.OWNER);
        assertThat(at("/test/owner", second.cookieHeader()).statusCode()).isEqualTo(404);
        time.shiftBy(Duration.ofMinutes(6));
        assertThat(Knock.to(at("/test/owner", owner.cookieHeader()))).startsWith("/sign-in/again");
    }

    private HttpResponse<String> at(String address, String cookie) throws Exception {
        return Knock.at("http://localhost:" + port, cookie, "GET", address, null);
    }
}
