package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.modulith.moments.support.TimeMachine;
import org.unknot.shared.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** A guest's plan on a second device: by a code that works once, soon, by a tap, and takes nobody's record from them unasked. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class SecondDeviceTests {

    private static final Pattern LINK = Pattern.compile("/device/([A-Za-z0-9_-]{22})");

    @LocalServerPort
    private int port;

    @Autowired
    private TimeMachine time;

    @Autowired
    private GuestSignature signature;

    @Autowired
    private List<PersonalRows> personalRows;

    @AfterEach
    void backToNow() {
        time.reset();
    }

    @Test
    void bothDevicesShowTheSamePlanAfterATap() {
        AnyPhone phone = AnyPhone.withPlan(port);
        AnyPhone tablet = new AnyPhone(port);
        String link = link(phone);

        assertThat(tablet.get(link).body()).contains("Use the plan of your other device here?");
        assertThat(tablet.get("/plan").statusCode())
                .as("looking uses nothing up")
                .isBetween(300, 399);
        assertThat(tablet.post(link, "").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/plan"));

        phone.post("/plan/choices", "item=walk&choice=refuse");
        assertThat(tablet.get("/plan").body()).contains("You chose to leave this out.");
        assertThat(tablet.cookie("unknot_guest")).isEqualTo(phone.cookie("unknot_guest"));
    }

    @Test
    void aLinkWorksOnceEvenWhenManyTapAtOnce() throws Exception {
        String link = link(AnyPhone.withPlan(port));
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = many
                    .invokeAll(IntStream.range(0, 8)
                            .<java.util.concurrent.Callable<Integer>>mapToObj(
                                    n -> () -> new AnyPhone(port).post(link, "").statusCode())
                            .toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(status -> status < 400).hasSize(1);
            assertThat(answers).filteredOn(status -> status == 404).hasSize(7);
        }
    }

    @Test
    void aLinkEndsAfterTenMinutesAndWhenANewOneIsMade() {
        AnyPhone phone = AnyPhone.withPlan(port);
        String first = link(phone);
        String second = link(phone);
        assertThat(new AnyPhone(port).get(first).statusCode()).isEqualTo(404);
        assertThat(new AnyPhone(port).get(second).statusCode()).isEqualTo(200);
        time.shiftBy(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(new AnyPhone(port).get(second).statusCode()).isEqualTo(404);
        assertThat(new AnyPhone(port).post(second, "").statusCode()).isEqualTo(404);
    }

    @Test
    void aChangedLinkOpensNothingAndOneThatIsNoneCostsNoQuery() {
        String link = link(AnyPhone.withPlan(port));
        String other = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA");
        for (String wrong : List.of(other, link + "A", "/device/x", "/device/" + "%2e".repeat(22))) {
            assertThat(new AnyPhone(port).post(wrong, "").statusCode())
                    .as(wrong)
                    .isBetween(400, 404);
        }
    }

    @Test
    void aDeviceWithAPlanOfItsOwnIsAskedFirstAndNothingHappensUntilItAnswers() {
        AnyPhone stranger = AnyPhone.withPlan(port);
        AnyPhone own = AnyPhone.withPlan(port);
        own.post("/plan/choices", "item=walk&choice=refuse");
        String cookie = own.cookie("unknot_guest");
        String link = link(stranger);

        HttpResponse<String> page = own.get(link);
        assertThat(page.body())
                .contains("There is a plan on this device, too.", "Go on only if you made this code yourself");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        for (String answer : List.of("", "plan=", "plan=both")) {
            HttpResponse<String> refused = own.post(link, answer);
            assertThat(refused.statusCode()).as(answer).isEqualTo(422);
            assertThat(refused.body()).contains("Pick one of the two.");
        }
        assertThat(own.cookie("unknot_guest")).isEqualTo(cookie);
        assertThat(own.get("/plan").body()).contains("You chose to leave this out.");
        assertThat(stranger.get("/plan").body()).doesNotContain("You chose to leave this out.");
    }

    @Test
    void putTogetherNothingOfEitherDeviceIsLost() {
        AnyPhone phone = AnyPhone.withPlan(port);
        phone.post("/plan/choices", "item=walk&choice=refuse");
        AnyPhone tablet = AnyPhone.withPlan(port);
        tablet.put("/api/quiet/0197a1b0-0000-7000-8000-000000000077", """
                {"kind": "walk", "seconds": 600, "startedAt": "%s"}
                """.formatted(
                        java.time.Instant.now().minusSeconds(900)));
        tablet.get("/plan");
        PersonId former = person(tablet);
        PersonId kept = person(phone);
        Map<String, Integer> before = rows(former);
        assertThat(before).containsKeys("triage.run", "session.quiet", "program.episode");
        Map<String, Integer> own = rows(kept);

        tablet.post(link(phone), "plan=add");

        assertThat(tablet.cookie("unknot_guest")).isEqualTo(phone.cookie("unknot_guest"));
        assertThat(tablet.get("/plan").body()).isEqualTo(phone.get("/plan").body());
        assertThat(rows(former)).as("left behind under the old id").isEmpty();
        Map<String, Integer> both = rows(kept);
        for (String table : List.of("triage.run", "session.quiet", "program.episode")) {
            assertThat(both.getOrDefault(table, 0))
                    .as(table)
                    .isGreaterThanOrEqualTo(before.getOrDefault(table, 0) + own.getOrDefault(table, 0));
        }
        assertThat(both).containsEntry("account.adopted", 1);
    }

    @Test
    void erasedThePlanOfThisDeviceReachesNobody() {
        AnyPhone stranger = AnyPhone.withPlan(port);
        AnyPhone own = AnyPhone.withPlan(port);
        own.post("/plan/choices", "item=walk&choice=refuse");
        PersonId former = person(own);
        own.post(link(stranger), "plan=erase");

        assertThat(stranger.get("/plan").body()).doesNotContain("You chose to leave this out.");
        assertThat(own.cookie("unknot_guest")).isEqualTo(stranger.cookie("unknot_guest"));
        assertThat(rows(former)).isEmpty();
    }

    @Test
    void onesOwnLinkOnTheSameDeviceChangesNothing() {
        AnyPhone phone = AnyPhone.withPlan(port);
        Map<String, Integer> before = rows(person(phone));
        phone.post(link(phone), "plan=add");
        phone.post(link(phone), "plan=erase");
        assertThat(rows(person(phone))).containsAllEntriesOf(before);
    }

    @Test
    void whoHasNoPlanIsShownHowToStartOne() {
        assertThat(new AnyPhone(port).get("/device").body()).contains("There is no plan on this phone yet.");
        assertThat(new AnyPhone(port).post("/device", "").statusCode()).isBetween(300, 399);
    }

    private PersonId person(AnyPhone phone) {
        return signature.verify(phone.cookie("unknot_guest")).orElseThrow();
    }

    /** How many rows there are about the person, by table; none are not there. */
    private Map<String, Integer> rows(PersonId person) {
        Map<String, Integer> rows = new HashMap<>();
        personalRows.stream()
                .flatMap(module -> module.export(person).stream())
                .filter(kept -> kept.rows() != null
                        && JsonMapper.shared().readTree(kept.rows()).size() > 0)
                .forEach(kept -> rows.put(
                        kept.table(), JsonMapper.shared().readTree(kept.rows()).size()));
        rows.remove("account.device_link");
        return rows;
    }

    private static String link(AnyPhone phone) {
        var found = LINK.matcher(phone.post("/device", "").body());
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
