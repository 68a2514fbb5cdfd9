package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.util.HtmlUtils;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.audit.Audit;

/** One's own name and number: given, changed and taken back by oneself alone, and written down. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class NameTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Audit audit;

    private Somebody somebody;
    private AnyPhone phone;

    @BeforeEach
    void signIn() {
        somebody = new SignedInAs(context).with();
        phone = new AnyPhone(port).signedInAs(somebody);
    }

    @Test
    void givenChangedAndTakenBack() {
        HttpResponse<String> kept = keep("  Kim Example ", " +61 2 5550 0199 ");
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(kept.headers().firstValue("Location").orElse("")).endsWith("/account/name?kept=true");
        assertThat(contact()).isEqualTo(List.of("Kim Example", "+61 2 5550 0199"));
        assertThat(phone.get("/account/name").body())
                .as("what was kept")
                .contains("value=\"Kim Example\"", "value=\"+61 2 5550 0199\"")
                .doesNotContain("Kept.");
        assertThat(phone.get("/account/name?kept=true").body())
                .as("says that it was kept")
                .contains("role=\"status\">Kept.");
        assertThat(phone.get("/account").body()).contains("Kim Example");
        keep("", "");
        assertThat(contact()).isEqualTo(List.of("-", "-"));
        assertThat(audit.trail(somebody.person(), java.util.Optional.empty(), 10).stream()
                        .filter(entry -> entry.action() == Audit.Action.CHANGE
                                && entry.purpose().equals(Purpose.CONTACT.name())))
                .as("in their own log")
                .hasSize(2);
    }

    @Test
    void whatIsNoNumberOrTooLongIsToldWithAGoodExampleAndNothingIsKept() {
        for (String wrong : List.of("abc", "12", "+61 2 5550 0199 and more", "5".repeat(60), "<b>5</b>")) {
            HttpResponse<String> answer = keep("Kim", wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body())
                    .contains("for example +61 2 5550 0199", "aria-invalid=\"true\"", "value=\"Kim\"")
                    .contains("value=\"" + HtmlUtils.htmlEscape(wrong).replace("&gt;", ">") + "\"");
        }
        for (String wrong : List.of("K".repeat(121), "Kim%0aExample")) {
            assertThat(phone.post("/account/name", "name=" + wrong + "&phone=").statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(contact()).isEqualTo(List.of("-", "-"));
    }

    @Test
    void aCarerWhoActsForThemChangesTheirOwnName() {
        SignedInAs signedIn = new SignedInAs(context);
        Somebody carer = signedIn.with();
        signedIn.relate(somebody, carer, Relationship.CARER);
        Somebody acting = new Somebody(carer.person(), signedIn.actingFor(carer, somebody.person()), carer.provedAt());
        keep("", "+61 2 5550 0100");
        AnyPhone theirs = new AnyPhone(port).signedInAs(acting);
        theirs.post("/account/name", "name=Jo+Example&phone=");
        assertThat(theirs.get("/account/name").body())
                .contains("value=\"Jo Example\"")
                .doesNotContain("5550 0100");
        assertThat(contact()).isEqualTo(List.of("-", "+61 2 5550 0100"));
        assertThat(accounts.contact(carer.person()).flatMap(Contact::name)).contains("Jo Example");
    }

    private HttpResponse<String> keep(String name, String number) {
        return phone.post("/account/name", "name=" + encoded(name) + "&phone=" + encoded(number));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<String> contact() {
        Contact contact = accounts.contact(somebody.person()).orElseThrow();
        return List.of(contact.name().orElse("-"), contact.phone().orElse("-"));
    }
}
