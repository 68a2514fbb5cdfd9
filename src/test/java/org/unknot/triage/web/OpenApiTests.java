package org.unknot.triage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.unknot.triage.Clearance;
import org.unknot.triage.Level;
import org.unknot.triage.Stage;
import org.unknot.web.ApiDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API at /openapi.json says what the program answers, no more and no less. */
@SpringBootTest
@AutoConfigureMockMvc
class OpenApiTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyPathOfTheTriageApiIsDescribedAndNoOther() throws Exception {
        assertThat(description().operations())
                .isEqualTo(ApiDescription.served(requestMappingHandlerMapping, path -> path.startsWith("/api/triage")))
                .hasSize(2);
    }

    @Test
    void theQuestionnaireIsAsDescribed() throws Exception {
        assertThat(problems(
                        "Questionnaire",
                        body(mvc.get().uri("/api/triage/questionnaire").exchange())))
                .isEmpty();
    }

    @Test
    void everyKindOfAnswerIsAsDescribed() throws Exception {
        for (String request : List.of(
                "{\"age\": 35}",
                "{\"age\": 35, \"sex\": null, \"pain\": null, \"durationDays\": null, \"answers\": null}",
                "{\"age\": 35, \"answers\": {\"saddle-numb\": \"yes\"}}",
                "{\"age\": 35, \"answers\": {\"fever\": \"unsure\"}}",
                "{\"age\": 15, \"sex\": \"male\", \"pain\": 9, \"durationDays\": 4, \"answers\": {\"trauma\": \"no\"}}")) {
            assertThat(problems("TriageRequest", JSON.readTree(request)))
                    .as(request)
                    .isEmpty();
            assertThat(problems("TriageAnswer", body(post(request))))
                    .as(request)
                    .isEmpty();
        }
        assertThat(problems("Problem", body(post("{\"age\": 350}")))).isEmpty();
    }

    @Test
    void theWordsOfTheDescriptionAreThoseOfTheProgram() throws Exception {
        JsonNode answer = description().schema("TriageAnswer").path("properties");
        assertThat(words(answer.path("disposition"))).isEqualTo(names(Level.values()));
        assertThat(words(answer.path("clearedFor").path("items"))).isEqualTo(lowerNames(Clearance.values()));
        assertThat(words(description().schema("Question").path("properties").path("stage")))
                .isEqualTo(lowerNames(Stage.values()));
    }

    @Test
    void theCheckerNoticesWhatIsNotAsDescribed() throws Exception {
        assertThat(problems(
                        "TriageRequest",
                        JSON.readTree("{\"age\": 350, \"height\": 1, \"answers\": {\"x\": \"maybe\"}}")))
                .hasSize(3);
        assertThat(problems("TriageAnswer", JSON.readTree("{}"))).hasSize(6);
        assertThat(problems("Problem", JSON.readTree("{\"title\": \"a\", \"status\": 400, \"more\": \"b\"}")))
                .containsExactly("Problem has the undescribed more");
    }

    private ApiDescription description() throws Exception {
        return new ApiDescription(body(mvc.get().uri("/openapi.json").exchange()));
    }

    private List<String> problems(String schema, JsonNode value) throws Exception {
        return description().problems(schema, value);
    }

    private MvcTestResult post(String body) {
        return mvc.post()
                .uri("/api/triage")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static JsonNode body(MvcTestResult result) throws Exception {
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    private static List<String> words(JsonNode described) {
        return described.path("enum").valueStream().map(JsonNode::stringValue).toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return java.util.Arrays.stream(constants).map(Enum::name).toList();
    }

    private static List<String> lowerNames(Enum<?>[] constants) {
        return names(constants).stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .toList();
    }
}
