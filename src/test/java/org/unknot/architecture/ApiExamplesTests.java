package org.unknot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.unknot.architecture.ApiExamples.Example;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every example of the reference is answered as it stands there. */
@SpringBootTest
@AutoConfigureMockMvc
class ApiExamplesTests {

    @Autowired
    MockMvcTester mvc;

    @TestFactory
    Stream<DynamicTest> everyExampleIsAnsweredAsShown() {
        var examples = ApiExamples.of(Sources.read(Path.of("docs/reference/api.md")));
        assertThat(examples).hasSizeGreaterThan(7);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.method() + " " + example.path() + " " + example.body(),
                        () -> isAnsweredAsShown(example)));
    }

    private void isAnsweredAsShown(Example example) throws Exception {
        var request = mvc.method(HttpMethod.valueOf(example.method()))
                .uri(example.path())
                .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);
        if (!example.body().isEmpty()) {
            request.contentType(MediaType.APPLICATION_JSON).content(example.body());
        }
        var response = request.exchange().getResponse();
        JsonNode answered = JsonMapper.shared().readTree(response.getContentAsString());
        assertThat(ApiExamples.differences(example.answer(), answered))
                .as("answered %.300s with %s", answered, response.getStatus())
                .isEmpty();
        if (example.answer().has("status") && example.answer().path("status").isInt()) {
            assertThat(response.getStatus())
                    .isEqualTo(example.answer().path("status").intValue());
        } else {
            assertThat(response.getStatus()).isEqualTo(200);
        }
    }

    @Test
    void anAnswerThatDiffersIsReported() {
        JsonMapper json = JsonMapper.shared();
        JsonNode shown = json.readTree("{\"a\": 1, \"b\": [\"x\", \"…\"], \"c\": \"…\", \"…\": \"…\"}");
        assertThat(ApiExamples.differences(
                        shown, json.readTree("{\"a\": 1, \"b\": [\"x\", \"y\"], \"c\": null, \"d\": 4}")))
                .isEmpty();
        assertThat(ApiExamples.differences(shown, json.readTree("{\"a\": 2, \"b\": [\"y\"]}")))
                .containsExactly(".a is 2", ".b[0] is \"y\"", ".c is ");
        assertThat(ApiExamples.differences(json.readTree("{\"a\": [1]}"), json.readTree("{\"a\": [1, 2], \"b\": 1}")))
                .containsExactly(".a has 2 elements", ".b is not shown");
    }
}
