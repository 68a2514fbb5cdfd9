package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.moments.support.TimeMachine;
import org.unknot.account.SignedInAs.Somebody;

/** An account goes with everything in it, from everywhere, for who proved just now that it is theirs. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class AccountErasureTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TimeMachine time;

    @AfterEach
    void backToNow() {
        time.reset();
    }

    @Test
    void itIsGoneAndSignedOutEverywhere() {
        SignedInAs signedIn = new SignedInAs(context);
        Somebody somebody = signedIn.with();
        AnyPhone phone = new AnyPhone(port).signedInAs(somebody);

        assertThat(phone.get("/account/erasure").body()).contains("Erase my account");
        assertThat(phone.post("/account/erasure", "")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/privacy?erased=true");

        assertThat(people.exists(somebody.person())).isFalse();
        assertThat(sessions(somebody)).isZero();
        assertThat(phone.get("/account/erasure").statusCode()).isNotEqualTo(200);
    }

    @Test
    void anOldProofIsNotEnough() {
        Somebody somebody = new SignedInAs(context).with();
        AnyPhone phone = new AnyPhone(port).signedInAs(somebody);
        time.shiftBy(Duration.ofMinutes(6));
        assertThat(phone.post("/account/erasure", "")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("erased");
        assertThat(people.exists(somebody.person())).isTrue();
    }

    @Test
    void theLastOwnerStaysUntilThereIsAnother() {
        jdbc.sql("delete from account.role_given where role = 'OWNER'").update();
        SignedInAs signedIn = new SignedInAs(context);
        Somebody owner = signedIn.with(Role.OWNER);
        AnyPhone phone = new AnyPhone(port).signedInAs(owner);

        assertThat(phone.post("/account/erasure", "").statusCode()).isEqualTo(400);
        assertThat(people.exists(owner.person())).isTrue();

        signedIn.with(Role.OWNER);
        phone.post("/account/erasure", "");
        assertThat(people.exists(owner.person())).isFalse();
    }

    @Test
    void nobodyWithoutAnAccountComesHere() {
        assertThat(AnyPhone.withPlan(port).post("/account/erasure", "").statusCode())
                .isNotEqualTo(200);
        assertThat(new AnyPhone(port).get("/account/erasure").statusCode()).isNotEqualTo(200);
    }

    private int sessions(Somebody somebody) {
        return jdbc.sql("select count(*) from account.http_session where principal_name = ?")
                .param(somebody.person().value().toString())
                .query((row, n) -> row.getInt(1))
                .single();
    }
}
