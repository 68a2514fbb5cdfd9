package org.unknot.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unknot.account.AnyPhone;
import org.unknot.account.PersonalRows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A copy of everything, for people and for programs: one's own, all of it, written down, and not too often. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CopyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private List<PersonalRows> modules;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aCopyHasEveryTableAndTheLogInBothForms() {
        AnyPhone phone = AnyPhone.withPlan(port);
        phone.get("/plan");
        phone.post("/plan/choices", "item=walk&choice=refuse");

        Map<String, String> files = copy(phone);

        assertThat(files).containsOnlyKeys("record.json", "record.html");
        assertThat(files.values()).noneMatch(file -> file.contains("Demo"));
        JsonNode record = JsonMapper.shared().readTree(files.get("record.json"));
        modules.forEach(module -> module.tables()
                .forEach(table ->
                        assertThat(record.path("tables").has(table)).as(table).isTrue()));
        assertThat(record.at("/tables/program.choice/0/item").stringValue("")).isEqualTo("walk");
        assertThat(record.path("log").size()).isGreaterThan(2);
        assertThat(record.path("log")
                        .get(record.path("log").size() - 1)
                        .path("action")
                        .stringValue(""))
                .as("the copy itself is the last entry")
                .isEqualTo("EXPORT");
        assertThat(files.get("record.html"))
                .contains("What you told us", "When your record was opened", "knee", "you looked: your plan.")
                .contains("<dt>Answers</dt><dd><dl><div><dt>")
                .doesNotContain("&#34;:", "&quot;:", "{\"", "<dt>saddle-numb", "<dt>saddle numb")
                .doesNotContain("account.copy", "account.export")
                .doesNotContainPattern("<dd>\\d{4}-\\d{2}-\\d{2}")
                .doesNotContainPattern("<dd>[0-9a-f]{8}-[0-9a-f]{4}-")
                .doesNotContainPattern("<dt>[a-z]+ (at|id|on|by)</dt>");
    }

    @Test
    void aCopyHoldsNothingOfAnybodyElse() {
        AnyPhone other = AnyPhone.withPlan(port);
        other.get("/plan");
        Map<String, String> mine = copy(AnyPhone.withPlan(port));
        String record = mine.getOrDefault("record.json", "");
        String person = JsonMapper.shared().readTree(record).path("person").stringValue("");
        assertThat(jdbc.sql("select id::text from account.person where id::text <> ?")
                        .param(person)
                        .query((row, n) -> row.getString(1))
                        .list())
                .isNotEmpty()
                .noneMatch(record::contains);
    }

    @Test
    void whoIsNotKnownGetsNone() {
        HttpResponse<String> answer = new AnyPhone(port).post("/account/copy", "");
        assertThat(answer.statusCode()).isBetween(300, 399);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theSixthCopyWithinTheHourWaits() {
        AnyPhone phone = AnyPhone.withPlan(port);
        for (int copy = 1; copy <= 5; copy++) {
            assertThat(phone.post("/account/copy", "").statusCode())
                    .as("copy %s", copy)
                    .isEqualTo(200);
        }
        assertThat(phone.post("/account/copy", "").statusCode()).isEqualTo(429);
    }

    private static Map<String, String> copy(AnyPhone phone) {
        HttpResponse<byte[]> answer = phone.download("/account/copy");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"my-record.zip\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return AnyPhone.unzipped(answer.body());
    }
}
