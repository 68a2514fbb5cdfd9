package org.unknot.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unknot.account.Accounts;
import org.unknot.account.AnyPhone;
import org.unknot.account.ClinicWords;
import org.unknot.account.Role;
import org.unknot.account.SignedInAs;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.calendar.Calendar;
import org.unknot.guidance.Clinic;
import org.unknot.guidance.ClinicSettings;
import org.unknot.guidance.OtherNode;

/** What the owner says about the clinic is on people's pages at once; what cannot be used is told at its field and kept nowhere. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.clinic.name=As the operator said")
class SettingsTests {

    private static final String GOOD = "name=Riverbend+Back+Clinic&phone=%2B61+2+5550+0100&email=desk@riverbend.example"
            + "&address=1+River+Street&booking=https://riverbend.example/book&welcome=Come+in.&pack=en-au"
            + "&link-title=A+breathing+app&link-address=https://calm.example/app&link-topic=stress";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Calendar calendar;

    @Autowired
    private ClinicWords words;

    private AnyPhone owner;

    @BeforeEach
    void anOwner() {
        Somebody somebody = new SignedInAs(context).with(Role.OWNER);
        accounts.call(somebody.person(), "Olu Owner", "");
        clinic.set(
                new ClinicSettings("", "", "", "", null, "", List.of(), "", "", ClinicSettings.Says.NOTHING),
                somebody.person());
        owner = new AnyPhone(port).signedInAs(somebody);
    }

    @AfterEach
    void noClinic() {
        jdbc.sql("delete from guidance.clinic_settings").update();
    }

    @Test
    void peopleSeeItAtOnceAndPhonesAskAnewForTheNumbers() {
        AnyPhone person = new AnyPhone(port);
        String before = person.get("/emergency").headers().firstValue("ETag").orElse("");
        String worker = person.get("/sw.js").body();

        assertThat(owner.post("/staff/settings", GOOD)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/staff/settings?kept=true");

        HttpResponse<String> emergency = person.get("/emergency");
        assertThat(emergency.body()).contains("tel:000");
        assertThat(emergency.headers().firstValue("ETag").orElse("")).isNotEqualTo(before);
        assertThat(person.get("/sw.js").body()).isNotEqualTo(worker);
        assertThat(person.get("/learn/whom-to-see").body())
                .contains("Riverbend Back Clinic", "Come in.", "tel:+61255500100", "https://riverbend.example/book");
        assertThat(person.get("/learn/stress").body()).contains("https://calm.example/app");
        assertThat(person.get("/doctor?level=same-day").body()).contains("1800 022 222");
    }

    @Test
    void whoSetWhatIsKept() {
        owner.post("/staff/settings", GOOD);
        owner.post("/staff/settings", GOOD.replace("Riverbend", "Hillside"));
        assertThat(owner.get("/staff/settings").body())
                .contains("Olu Owner", "Riverbend Back Clinic", "Hillside Back Clinic");
        assertThat(jdbc.sql("select count(*) from guidance.clinic_settings")
                        .query((row, n) -> row.getInt(1))
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whatCannotBeUsedIsToldWithAnExampleAndNothingIsKept() {
        Map<String, String> wrong = Map.of(
                "phone=call+me",
                "+61 2 5550 0100",
                "email=desk",
                "desk@clinic.example",
                "booking=http://plain.example",
                "https://clinic.example/book",
                "booking=javascript:alert(1)",
                "https://clinic.example/book",
                "booking=h%3A+//",
                "https://clinic.example/book",
                "pack=en-xx",
                "en-au",
                "name=" + "x".repeat(201),
                "Riverbend Back Clinic",
                "welcome=" + "x".repeat(601),
                "We are glad to see you.",
                "link-title=App&link-address=http://a.example&link-topic=stress",
                "https://app.example",
                "link-title=App&link-address=https://a.example&link-topic=nothing",
                "stress");
        wrong.forEach((form, example) -> {
            HttpResponse<String> answer = owner.post("/staff/settings", form);
            assertThat(answer.statusCode()).as(form).isEqualTo(422);
            assertThat(answer.body()).as(form).contains("One thing first", "for example " + example);
        });
        assertThat(new AnyPhone(port).get("/learn/whom-to-see").body()).doesNotContain("call me", "javascript:");
    }

    /** A zone that is never an hour off UTC: the database is shared with other tests, and their days must not move. */
    @Test
    void theZoneThatTheOwnerSetsWinsWithoutARestartAndOtherNodesFollow() {
        Clinic other = OtherNode.of(context);
        assertThat(other.zone()).isEqualTo(ZoneId.of("Atlantic/Reykjavik"));
        assertThat(owner.get("/staff/settings").body())
                .contains("Now it is UTC:")
                .contains("value=\"Europe/London\"");

        assertThat(owner.post("/staff/settings", "zone=africa/ouagadougou").statusCode())
                .isBetween(300, 399);

        assertThat(owner.get("/staff/settings").body())
                .contains("Now it is Africa/Ouagadougou:", "value=\"Africa/Ouagadougou\"");
        assertThat(calendar.zone()).isEqualTo(ZoneId.of("Africa/Ouagadougou"));
        await().atMost(Duration.ofSeconds(20)).until(() -> other.zone().equals(ZoneId.of("Africa/Ouagadougou")));

        owner.post("/staff/settings", "zone=");
        assertThat(calendar.zone()).as("as the server was started").isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void eachTextStandsWhereTheFormSays() {
        AnyPhone person = new AnyPhone(port);
        assertThat(person.get("/learn/whom-to-see").body()).doesNotContain("When we are there", "Your visit");
        assertThat(person.get("/privacy").body()).doesNotContain("Whom to ask");

        owner.post(
                "/staff/settings",
                GOOD + "&hours=Monday+8+to+18%0D%0ATuesday+closed&visit=The+blue+door.&sign-in=Call+us+if+stuck."
                        + "&privacy=Ask+Olu+Owner.&letters=Riverbend,+1+River+Street");

        assertThat(person.get("/learn/whom-to-see").body())
                .contains("When we are there", "Monday 8 to 18\nTuesday closed", "Your visit", "The blue door.");
        assertThat(person.get("/sign-in").body()).contains("Call us if stuck.");
        assertThat(person.get("/privacy").body()).contains("Whom to ask", "Ask Olu Owner.");
        assertThat(words.underLetters()).isEqualTo("Riverbend, 1 River Street");
        assertThat(owner.post("/staff/settings", GOOD + "&hours=" + "x".repeat(601))
                        .body())
                .contains("id=\"hours-error\"");
    }

    @Test
    void aLinkThatIsSwitchedOffIsKeptAndShownNowhere() {
        owner.post("/staff/settings", GOOD);
        AnyPhone person = new AnyPhone(port);
        assertThat(person.get("/quiet").body()).contains("https://calm.example/app");

        owner.post("/staff/settings", GOOD + "&link-off=true");
        assertThat(person.get("/quiet").body()).doesNotContain("https://calm.example/app");
        assertThat(person.get("/learn/stress").body()).doesNotContain("https://calm.example/app");
        assertThat(owner.get("/staff/settings").body()).contains("https://calm.example/app");
    }

    @Test
    void anEarlierVersionComesBackWithOneButtonAndItIsWrittenDown() {
        owner.post("/staff/settings", GOOD);
        owner.post("/staff/settings", GOOD.replace("Riverbend", "Hillside"));
        Clinic.Version earlier = clinic.history().get(1);
        assertThat(earlier.settings().name()).isEqualTo("Riverbend Back Clinic");
        assertThat(owner.get("/staff/settings").body()).contains("Bring this back", "Holds now");
        int changes = settingsEntries();

        owner.post("/staff/settings/returns", "version=" + earlier.id());

        assertThat(new AnyPhone(port).get("/learn/whom-to-see").body())
                .contains("Riverbend Back Clinic")
                .doesNotContain("Hillside");
        assertThat(clinic.history()).as("nothing is taken away").hasSize(4);
        assertThat(settingsEntries()).isEqualTo(changes + 1);
        assertThat(owner.get("/account/trail?all=true").body()).contains("the settings of the clinic");
        for (String nothing : List.of("", "version=", "version=x", "version=0190a8c0-0000-7000-8000-000000000000")) {
            assertThat(owner.post("/staff/settings/returns", nothing).statusCode())
                    .isBetween(300, 399);
        }
        assertThat(clinic.history()).hasSize(4);
    }

    private int settingsEntries() {
        return jdbc.sql("select count(*) from audit.entry where purpose = 'SETTINGS'")
                .query((row, n) -> row.getInt(1))
                .single();
    }

    @Test
    void whoeverSetsTheZoneToWhatItIsNotIsToldAtThatField() {
        assertThat(owner.post("/staff/settings", "zone=Mars/Phobos").body())
                .contains("We need a time zone from the list, for example Europe/London.")
                .contains("value=\"Mars/Phobos\"")
                .contains("id=\"zone-error\"");
        assertThat(owner.post("/staff/settings", "zone=%2B10:00").statusCode())
                .as("a difference knows no summer")
                .isEqualTo(422);
        assertThat(calendar.zone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void whatWasTypedStaysInTheFormAndIsMarkup() {
        String page =
                owner.post("/staff/settings", "name=%3Cb%3EBold&phone=call+me").body();
        assertThat(page).contains("value=\"call me\"", "&lt;b>Bold").doesNotContain("<b>Bold");
    }

    @Test
    void anEmptyFormIsAClinicThatSaysNothing() {
        assertThat(owner.post("/staff/settings", "name=").statusCode()).isBetween(300, 399);
        assertThat(new AnyPhone(port).get("/emergency").body()).contains("Call your local emergency number.");
    }
}
