package org.unknot.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description at /openapi-care.json says what heat and the quiet minutes answer, no more and no less. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class CareApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyPathIsDescribedAndNoOther() throws Exception {
        Set<String> served = new TreeSet<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/heat") || path.startsWith("/api/quiet"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> served.add(verb.name().toLowerCase(Locale.ROOT) + " " + path))));
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
        HeatPhone phone = HeatPhone.cleared(port);
        assertFields("Standing", HeatPhone.read(phone.get("/api/heat/standing")));
        JsonNode begun = HeatPhone.read(phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15)));
        assertFields("Course", begun);
        assertFields("Refused", HeatPhone.read(phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15))));
        JsonNode example = description()
                .path("paths")
                .path("/api/quiet/{id}")
                .path("put")
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example");
        assertFields("Kept", HeatPhone.read(phone.send("PUT", "/api/quiet/" + HeatPhone.id(), example.toString())));
        assertFields("Week", HeatPhone.read(phone.get("/api/quiet/days")));
    }

    @Test
    void theQuestionsDescribedAreThoseThatAreAsked() throws Exception {
        JsonNode answers = description()
                .path("components")
                .path("schemas")
                .path("CourseTold")
                .path("properties")
                .path("answers");
        assertThat(answers.path("required").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(Wish.QUESTIONS.stream()
                        .map(question -> question.value())
                        .toList());
    }

    private void assertFields(String schema, JsonNode answer) throws Exception {
        JsonNode described =
                description().path("components").path("schemas").path(schema).path("properties");
        assertThat(answer.propertyNames())
                .as(schema + " " + answer)
                .containsExactlyInAnyOrderElementsOf(described.propertyNames());
    }

    private JsonNode description() throws Exception {
        return HeatPhone.read(new HeatPhone(port).get("/openapi-care.json"));
    }
}
