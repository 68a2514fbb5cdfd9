package org.unknot.program.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.moments.support.TimeMachine;
import org.unknot.account.AnyPhone;

/** A link that shows one plan to whoever has it: to look at, for a while, until it is ended, and nothing else. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class SharedPlanTests {

    private static final Pattern LINK = Pattern.compile("/shared/([A-Za-z0-9_-]{22})");
    private static final Pattern ENDING = Pattern.compile("/plan/links/[0-9a-f-]{36}/ending");

    @LocalServerPort
    private int port;

    @Autowired
    private TimeMachine time;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void backToNow() {
        time.reset();
    }

    @Test
    void whoeverHasTheLinkSeesWhatToDoAndNoAnswers() {
        AnyPhone phone = AnyPhone.withPlan(port);
        HttpResponse<String> seen = new AnyPhone(port).get(link(phone, 7));
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body())
                .contains("A plan for a sore back", "Knee to chest", "Do not use it for your own back.")
                .doesNotContain("because bending", "action=\"/plan", "program.");
        assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(seen.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(seen.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(seen.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theLinkOpensNothingElse() {
        AnyPhone phone = AnyPhone.withPlan(port);
        String link = link(phone, 7);
        AnyPhone helper = new AnyPhone(port);
        helper.get(link);
        assertThat(helper.get("/plan").statusCode()).isBetween(300, 399);
        assertThat(helper.post(link, "item=walk&choice=refuse").statusCode()).isEqualTo(405);
    }

    @Test
    void itRunsOutAndCanBeEndedBefore() {
        AnyPhone phone = AnyPhone.withPlan(port);
        String day = link(phone, 1);
        String week = link(phone, 7);
        var ending = ENDING.matcher(phone.get("/plan/links").body());
        assertThat(ending.find()).isTrue();
        phone.post(ending.group(), "");
        assertThat(new AnyPhone(port).get(week).statusCode())
                .as("ended, the newest first")
                .isEqualTo(404);
        assertThat(new AnyPhone(port).get(day).statusCode()).isEqualTo(200);
        time.shiftBy(Duration.ofHours(25));
        assertThat(new AnyPhone(port).get(day).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyEndsAnotherPersonsLink() {
        AnyPhone phone = AnyPhone.withPlan(port);
        String link = link(phone, 7);
        var ending = ENDING.matcher(phone.get("/plan/links").body());
        assertThat(ending.find()).isTrue();
        AnyPhone.withPlan(port).post(ending.group(), "");
        assertThat(new AnyPhone(port).get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void itShowsOneEpisodeAndNotTheNext() {
        AnyPhone phone = AnyPhone.withPlan(port);
        String link = link(phone, 30);
        phone.post("/plan/closing", "");
        HttpResponse<String> over = new AnyPhone(port).get(link);
        assertThat(over.body())
                .contains("There is nothing to do in this plan just now.")
                .doesNotContain("Knee to chest");
    }

    @Test
    void aLinkThatNeverWasIsAnsweredLikeOneThatRanOut() {
        AnyPhone phone = AnyPhone.withPlan(port);
        String link = link(phone, 1);
        time.shiftBy(Duration.ofDays(2));
        HttpResponse<String> over = new AnyPhone(port).get(link);
        HttpResponse<String> never = new AnyPhone(port).get("/shared/AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(never.statusCode()).isEqualTo(over.statusCode()).isEqualTo(404);
        assertThat(never.body()).isEqualTo(over.body());
    }

    @Test
    void daysThatAreNotOfferedAreRefusedInWords() {
        AnyPhone phone = AnyPhone.withPlan(port);
        for (String days : new String[] {"", "days=", "days=2", "days=365", "days=seven", "days=-1"}) {
            HttpResponse<String> answer = phone.post("/plan/links", days);
            assertThat(answer.statusCode()).as(days).isEqualTo(422);
            assertThat(answer.body()).contains("1, 7 or 30 days");
        }
    }

    @Test
    void theSecretIsKeptNowhere() {
        String link = link(AnyPhone.withPlan(port), 7);
        String secret = link.substring("/shared/".length());
        assertThat(jdbc.sql("select count(*) from account.shared_plan t where t::text like '%' || ? || '%'")
                        .param(secret)
                        .query((row, n) -> row.getInt(1))
                        .single())
                .isZero();
    }

    private static String link(AnyPhone phone, int days) {
        HttpResponse<String> made = phone.post("/plan/links", "days=" + days);
        assertThat(made.statusCode()).isEqualTo(201);
        var found = LINK.matcher(made.body());
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
