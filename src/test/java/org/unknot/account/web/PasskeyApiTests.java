package org.unknot.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description at /openapi-account.json says what passkeys and sign-ins answer, no more and no less. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PasskeyApiTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void everyPathIsDescribedAndNoOther() throws Exception {
        Set<String> served = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().equals(PasskeyApi.class)) {
                info.getPatternValues()
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> served.add(verb.name().toLowerCase(Locale.ROOT) + " " + path)));
            }
        });
        Set<String> described = new TreeSet<>();
        description()
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(verb -> described.add(verb + " " + path.getKey())));
        assertThat(described).isEqualTo(served).hasSize(4);
    }

    @Test
    void everyAnswerHasTheFieldsThatAreDescribed() throws Exception {
        for (String ceremony : new String[] {"/api/passkeys", "/api/sign-ins"}) {
            HttpResponse<String> question = post(ceremony + "/questions", "");
            assertThat(question.statusCode()).isEqualTo(200);
            assertThat(JsonMapper.shared().readTree(question.body()).propertyNames())
                    .containsExactlyInAnyOrderElementsOf(fields("Question"));
            HttpResponse<String> refused =
                    post(ceremony, "{\"id\":\"0190a8c0-0000-7000-8000-000000000000\",\"credential\":{}}");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(fields("Problem"))
                    .containsAll(JsonMapper.shared().readTree(refused.body()).propertyNames());
        }
        assertThat(Arrays.stream(PasskeyApi.Arrived.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(fields("Arrived"));
    }

    private Set<String> fields(String schema) throws Exception {
        return Set.copyOf(description()
                .path("components")
                .path("schemas")
                .path(schema)
                .path("properties")
                .propertyNames());
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

    private JsonNode description() throws Exception {
        return JsonMapper.shared()
                .readTree(HTTP.send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/openapi-account.json"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
    }
}
