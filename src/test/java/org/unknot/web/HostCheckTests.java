package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** With an address of our own set, and a proxy that is not this machine. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "unknot.address=https://back.example.org",
            "unknot.proxies=192.0.2.7",
            "unknot.changes-per-minute=3",
            "unknot.documents-per-minute=2",
            "unknot.security-contact=security@back.example.org"
        })
class HostCheckTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "localhost", "127.0.0.1", "back.example.org.evil.example", "back.example.org."})
    void anotherNameIsRefusedInPlainWords(String host) throws Exception {
        RawHttp.Answer answer = RawHttp.to(port).get("/", "Host: " + host, "Accept: text/html");
        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.body()).contains("Not our address").doesNotContain(host + "\"", "evil");
        assertThat(answer.header("Content-Security-Policy")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"back.example.org", "BACK.example.org", "back.example.org:443"})
    void ourOwnNameIsServed(String host) throws Exception {
        assertThat(RawHttp.to(port).get("/", "Host: " + host).status()).isEqualTo(200);
    }

    @Test
    void probesAskByNumber() throws Exception {
        assertThat(RawHttp.to(port).get("/livez", "Host: 10.0.0.9").status()).isEqualTo(200);
        assertThat(RawHttp.to(port).get("/readyz", "Host: 10.0.0.9").status()).isEqualTo(200);
    }

    @Test
    void whoOnlySaysThatItIsAProxyIsNotBelieved() throws Exception {
        RawHttp.Answer answer = RawHttp.to(port)
                .get(
                        "/",
                        "Host: evil.example",
                        "X-Forwarded-Host: back.example.org",
                        "X-Forwarded-Proto: https",
                        "Forwarded: host=back.example.org;proto=https");
        assertThat(answer.status()).isEqualTo(421);
        RawHttp.Answer secure = RawHttp.to(port).get("/", "Host: back.example.org", "X-Forwarded-Proto: https");
        assertThat(secure.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void aMadeUpClientDoesNotGetRoundTheLimit() throws Exception {
        int refused = 0;
        for (int i = 1; i <= 6; i++) {
            RawHttp.Answer answer = RawHttp.to(port)
                    .post(
                            "/pictures",
                            "application/x-www-form-urlencoded",
                            "build=slim",
                            "Host: back.example.org",
                            "X-Forwarded-For: 203.0.113." + i,
                            "Forwarded: for=203.0.113." + i);
            if (answer.status() == 429) {
                refused++;
                assertThat(answer.header("Retry-After").orElse("")).matches("[1-9][0-9]?");
            }
        }
        assertThat(refused).isEqualTo(3);
    }

    /** However the address is written that leads to the same route. */
    @Test
    void documentsThatCostMuchAreBounded() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(RawHttp.to(port)
                            .get("/plan/sheet.pdf", "Host: back.example.org")
                            .status())
                    .isNotEqualTo(429);
        }
        assertThat(RawHttp.to(port)
                        .get("/plan/sheet.pdf", "Host: back.example.org")
                        .status())
                .isEqualTo(429);
        assertThat(RawHttp.to(port)
                        .get("/plan/%73heet.pdf", "Host: back.example.org")
                        .status())
                .isEqualTo(429);
        assertThat(RawHttp.to(port).get("/plan", "Host: back.example.org").status())
                .isNotEqualTo(429);
    }

    @Test
    void securityTxtNamesTheContactAndExpiresWithinAYear() throws Exception {
        RawHttp.Answer answer = RawHttp.to(port).get("/.well-known/security.txt", "Host: back.example.org");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElse("")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(answer.body())
                .contains("Contact: mailto:security@back.example.org\n")
                .contains("Canonical: https://back.example.org/.well-known/security.txt\n");
        String expires = answer.body().replaceFirst("(?s).*Expires: (\\S+)\n.*", "$1");
        assertThat(java.time.Instant.parse(expires))
                .isBetween(java.time.Instant.now(), java.time.Instant.now().plus(java.time.Duration.ofDays(364)));
    }
}
