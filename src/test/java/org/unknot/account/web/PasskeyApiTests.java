package org.unknot.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.unknot.web.ApiDescription;
import tools.jackson.databind.json.JsonMapper;

/** The description at /openapi-account.json says what passkeys and sign-ins answer, no more and no less. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PasskeyApiTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void everyPathIsDescribedAndNoOther() throws Exception {
        assertThat(description().operations())
                .isEqualTo(ApiDescription.served(
                        mapping, path -> path.startsWith("/api/passkeys") || path.startsWith("/api/sign-ins")))
                .hasSize(4);
    }

    @Test
    void everyAnswerIsAsDescribed() throws Exception {
        ApiDescription description = description();
        for (String ceremony : new String[] {"/api/passkeys", "/api/sign-ins"}) {
            HttpResponse<String> question = post(ceremony + "/questions", "");
            assertThat(question.statusCode()).isEqualTo(200);
            assertThat(description.problems("Question", JSON.readTree(question.body())))
                    .isEmpty();
            String answer = "{\"id\":\"0190a8c0-0000-7000-8000-000000000000\",\"credential\":{}}";
            for (String wrong : List.of(answer, answer.replace("0190a8c0", "never"))) {
                assertThat(description.problems("Answer", JSON.readTree(answer)))
                        .isEmpty();
                HttpResponse<String> refused = post(ceremony, wrong);
                assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
                assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(description.problems("Problem", JSON.readTree(refused.body())))
                        .isEmpty();
            }
        }
        assertThat(description.problems("Arrived", JSON.valueToTree(new PasskeyApi.Arrived("/account"))))
                .isEmpty();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .header("Origin", "http://localhost:" + port)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private ApiDescription description() throws Exception {
        return new ApiDescription(JSON.readTree(HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/openapi-account.json"))
                                .build(),
                        BodyHandlers.ofString())
                .body()));
    }
}
