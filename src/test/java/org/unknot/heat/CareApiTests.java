package org.unknot.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.modulith.moments.support.Now;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.unknot.web.ApiDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description at /openapi-care.json says what heat and the quiet minutes answer, no more and no less. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class CareApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Now now;

    @Test
    void everyPathIsDescribedAndNoOther() throws Exception {
        assertThat(description().operations())
                .isEqualTo(ApiDescription.served(
                        requestMappingHandlerMapping,
                        path -> path.startsWith("/api/heat") || path.startsWith("/api/quiet")))
                .hasSize(4);
    }

    @Test
    void everyAnswerIsAsDescribed() throws Exception {
        ApiDescription description = description();
        HeatPhone phone = HeatPhone.cleared(port);
        ObjectNode wish = HeatPhone.wish("pack", 15);
        UUID id = HeatPhone.id();
        assertAs("Standing", new HeatPhone(port).get("/api/heat/standing"), 200);
        assertAs("Standing", phone.get("/api/heat/standing"), 200);
        assertThat(description.problems("CourseTold", wish)).isEmpty();
        assertAs("Course", phone.put(id, wish), 201);
        assertAs("Refused", phone.put(HeatPhone.id(), wish), 409);
        assertAs("Standing", phone.get("/api/heat/standing"), 200);
        ObjectNode over = wish.deepCopy().put("skin", "fine");
        over.putObject("end").put("at", now.instant().toString()).put("how", "stopped");
        assertThat(description.problems("CourseTold", over)).isEmpty();
        assertAs("Course", phone.put(id, over), 200);
        assertAs("Refused", phone.put(HeatPhone.id(), wish), 409);
        assertAs("Problem", phone.put(HeatPhone.id(), wish.deepCopy().put("way", "sauna")), 400);

        JsonNode minutes = description.example("put", "/api/quiet/{id}");
        assertThat(description.problems("QuietTold", minutes)).isEmpty();
        assertAs("Kept", phone.send("PUT", "/api/quiet/" + HeatPhone.id(), minutes.toString()), 201);
        assertAs("Week", phone.get("/api/quiet/days"), 200);
    }

    @Test
    void theQuestionsDescribedAreThoseThatAreAsked() throws Exception {
        JsonNode answers = description().schema("CourseTold").path("properties").path("answers");
        assertThat(answers.path("required").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(Wish.QUESTIONS.stream()
                        .map(question -> question.value())
                        .toList());
    }

    private void assertAs(String schema, HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(description().problems(schema, HeatPhone.read(answer)))
                .as(answer.body())
                .isEmpty();
    }

    private ApiDescription description() throws Exception {
        return new ApiDescription(HeatPhone.read(new HeatPhone(port).get("/openapi-care.json")));
    }
}
