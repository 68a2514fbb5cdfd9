package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.unknot.account.SignedInAs.Somebody;

/** The fixture that other tests stand on: its cookie is a session that the program takes for one. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SignedInAsTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Test
    void theCookieIsASessionAndAMadeUpOneIsNot() throws Exception {
        Somebody patient = new SignedInAs(context).with();
        assertThat(privacy(patient.cookieHeader())).contains("/erasure");
        assertThat(privacy(SecurityConfiguration.SESSION_COOKIE + "=" + Tokens.fresh()))
                .doesNotContain("/erasure");
    }

    private String privacy(String cookie) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/privacy"))
                        .header("Cookie", cookie)
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
