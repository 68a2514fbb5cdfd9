package org.unknot.triage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The stateless API: the same rules, exact answers, and words for what it cannot use. */
@SpringBootTest
@AutoConfigureMockMvc
class TriageApiTests {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void theQuestionnaireNamesEveryQuestionWithItsStageAndOrder() {
        assertThat(mvc.get().uri("/api/triage/questionnaire"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .bodyJson()
                .hasPathSatisfying(
                        "$.questions.length()", it -> it.assertThat().asNumber().isEqualTo(91))
                .hasPathSatisfying("$.questions[0].id", it -> it.assertThat().isEqualTo("trauma"))
                .hasPathSatisfying("$.questions[0].stage", it -> it.assertThat().isEqualTo("danger"))
                .hasPathSatisfying("$.questions[0].page", it -> it.assertThat().isEqualTo("call-now"))
                .hasPathSatisfying(
                        "$.questions[0].selfCheck", it -> it.assertThat().isEqualTo("trauma-check"))
                .hasPathSatisfying("$.numbers[0].id", it -> it.assertThat().isEqualTo("age"));
    }

    @Test
    void oneCaudaEquinaSignIsAnEmergencyThatClearsNothingAndAsksNothing() {
        assertThat(post("""
                        {"age": 35, "sex": "female", "durationDays": 2, "pain": 6, "answers": {"saddle-numb": "yes"}}
                        """)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"disposition": "EMERGENCY_NOW", "clearedFor": [], "nextQuestion": null,
                         "reasons": [{"rule": "saddle-numb", "citation": "S8"}]}
                        """);
    }

    @Test
    void withNoCountryChosenNoNumberIsGuessed() {
        assertThat(post("{\"age\": 35, \"answers\": {\"trauma\": \"yes\"}}"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.advice",
                        it -> it.assertThat()
                                .asString()
                                .contains("your local emergency number")
                                .doesNotContainPattern("\\d"));
    }

    @Test
    void nobodyIsToldToStartWhileNothingIsCleared() {
        assertThat(post("{\"age\": 35, \"answers\": {\"leg-pain\": \"yes\", \"below-knee\": \"yes\"}}"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.clearedFor", it -> it.assertThat().asArray().isEmpty())
                .hasPathSatisfying(
                        "$.advice",
                        it -> it.assertThat()
                                .asString()
                                .startsWith("Answer the next question first.")
                                .doesNotContain("start"));
    }

    @Test
    void nothingIsStoredAndNobodyGetsACookie() {
        MvcTestResult result = post("{\"age\": 35}");
        assertThat(result).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(result).bodyJson().isLenientlyEqualTo("""
                        {"disposition": "CLINICIAN_ROUTINE", "clearedFor": [], "nextQuestion": "trauma"}
                        """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void whatCannotBeUsedIsToldByField(String field, String body) {
        MvcTestResult result = post(body);
        assertThat(result)
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .hasPathSatisfying("$.field", it -> it.assertThat().isEqualTo(field))
                .hasPathSatisfying(
                        "$.expected", it -> it.assertThat().asString().isNotBlank())
                .hasPathSatisfying("$.example", it -> it.assertThat().asString().isNotBlank());
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("age", "{}"),
                Arguments.of("age", "{\"age\": null}"),
                Arguments.of("age", "{\"age\": -1}"),
                Arguments.of("age", "{\"age\": 121}"),
                Arguments.of("age", "{\"age\": \"35\"}"),
                Arguments.of("age", "{\"age\": 35.5}"),
                Arguments.of("age", "{\"age\": 99999999999999999999}"),
                Arguments.of("age", "{\"age\": [35]}"),
                Arguments.of("pain", "{\"age\": 35, \"pain\": 11}"),
                Arguments.of("pain", "{\"age\": 35, \"pain\": true}"),
                Arguments.of("durationDays", "{\"age\": 35, \"durationDays\": -1}"),
                Arguments.of("sex", "{\"age\": 35, \"sex\": \"FEMALE\"}"),
                Arguments.of("sex", "{\"age\": 35, \"sex\": 1}"),
                Arguments.of("answers", "{\"age\": 35, \"answers\": []}"),
                Arguments.of("answers.sadle-numb", "{\"age\": 35, \"answers\": {\"sadle-numb\": \"yes\"}}"),
                Arguments.of("answers.saddle-numb", "{\"age\": 35, \"answers\": {\"saddle-numb\": \"maybe\"}}"),
                Arguments.of("answers.saddle-numb", "{\"age\": 35, \"answers\": {\"saddle-numb\": true}}"),
                Arguments.of("answers.saddle-numb", "{\"age\": 35, \"answers\": {\"saddle-numb\": null}}"),
                Arguments.of("height", "{\"age\": 35, \"height\": 180}"),
                Arguments.of("body", ""),
                Arguments.of("body", "[]"),
                Arguments.of("body", "null"),
                Arguments.of("body", "{\"age\": 35"),
                Arguments.of("body", "{\"age\": 35} x"),
                Arguments.of("body", "{\"age\": 35, \"age\": 36}"),
                Arguments.of("body", "{\"age\": 35, \"pad\": \"" + "x".repeat(AnswersJson.MOST_BYTES) + "\"}"),
                Arguments.of("body", "[".repeat(20_000)));
    }

    @Test
    void anotherMethodOrFormatIsToldInWordsToo() {
        assertThat(mvc.get().uri("/api/triage")).hasStatus(HttpStatus.METHOD_NOT_ALLOWED);
        assertThat(mvc.post()
                        .uri("/api/triage")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("age=35"))
                .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void theDangerPagesAreTheSameForAPhoneWithoutANetwork() {
        assertThat(mvc.get().uri("/danger.json"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"youngest": 16, "pages": [
                          {"id": "call-now"}, {"id": "doctor-first"}]}
                        """)
                .hasPathSatisfying(
                        "$.pages[0].lines[*].yes",
                        it -> it.assertThat().asArray().hasSize(10).containsOnly("EMERGENCY_NOW"))
                .hasPathSatisfying(
                        "$.pages[1].lines[?(@.continues == true)].id",
                        it -> it.assertThat()
                                .asArray()
                                .containsExactly("infection-risk", "pregnant", "pregnant-16", "pregnant-28"))
                .hasPathSatisfying(
                        "$.pages[1].lines[?(@.id=='pregnant')].shows[*]",
                        it -> it.assertThat().asArray().containsOnly("pregnant-16", "pregnant-28"));
    }

    private MvcTestResult post(String body) {
        return mvc.post()
                .uri("/api/triage")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
