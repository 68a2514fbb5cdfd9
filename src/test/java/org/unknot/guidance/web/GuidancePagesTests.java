package org.unknot.guidance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unknot.content.ContentFiles;
import org.unknot.content.Readability;
import org.unknot.guidance.ClinicSettings;
import org.unknot.guidance.Guidance;
import org.unknot.guidance.SleepPosition;
import org.unknot.guidance.Topic;

@SpringBootTest(
        properties = {
            "unknot.clinic.name=Riverbend Back Clinic",
            "unknot.clinic.phone=+61 2 5550 0100",
            "unknot.clinic.booking=https://riverbend.example/book",
            "unknot.clinic.locale-pack=en-AU",
            "unknot.clinic.links[0].topic=stress",
            "unknot.clinic.links[0].title=A breathing app",
            "unknot.clinic.links[0].address=https://calm.example/app"
        })
@AutoConfigureMockMvc
class GuidancePagesTests {

    @Autowired
    MockMvcTester mvc;

    static Stream<String> pages() {
        Guidance guidance = new Guidance(
                ContentFiles.ofProgram(),
                new ClinicSettings("", "", "", "", null, "", List.of(), "", "", ClinicSettings.Says.NOTHING));
        return Stream.of(
                        Stream.of("/learn", "/learn/whom-to-see", "/sleep", "/heat"),
                        guidance.topics().stream().map(Topic::id).map("/learn/"::concat),
                        guidance.sleepPositions().stream()
                                .map(SleepPosition::id)
                                .map("/sleep/"::concat))
                .flatMap(addresses -> addresses);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageAnswersWithOneHeadingAndSetsNoCookie(String address) {
        var page = assertThat(get(address)).hasStatusOk().doesNotContainHeader(HttpHeaders.SET_COOKIE);
        page.bodyText().contains("<main").containsOnlyOnce("<h1>").doesNotContain("{side}", "stand-in");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageOfAHundredWordsReadsAtGradeSevenOrBelow(String address) throws IOException {
        Readability readability = Readability.withNamedTerms();
        String text = wordsOf(get(address).getMvcResult().getResponse().getContentAsString());

        assertThat(readability.words(text).size() < 100 || readability.grade(text) <= 7)
                .as("grade %.1f", readability.grade(text))
                .isTrue();
    }

    private static String wordsOf(String html) {
        return html.substring(html.indexOf("<main")).replaceAll("<[^>]+>", "\n").replaceAll("&[a-z]+;|&#\\d+;", " ");
    }

    @Test
    void theIndexLeadsToEveryTopicAndToSleepAndHeat() {
        assertThat(get("/learn"))
                .bodyText()
                .contains(
                        "href=\"/learn/lifting\"", "href=\"/learn/whom-to-see\"", "href=\"/sleep\"", "href=\"/heat\"");
    }

    @Test
    void aTopicShowsWhatToDoAndWhatToLeave() {
        assertThat(get("/learn/lifting"))
                .bodyText()
                .contains("class=\"do\"", "class=\"dont\"", "Do not twist while you lift.");
    }

    @Test
    void heatAsksItsQuestionsBeforeAnythingElse() {
        assertThat(get("/heat"))
                .bodyText()
                .satisfies(body -> assertThat(body.indexOf("/heat/courses/new"))
                        .isPositive()
                        .isLessThan(body.indexOf("A heat pack")));
    }

    @Test
    void aPageSaysThatNobodyHasReviewedIt() {
        assertThat(get("/heat")).bodyText().contains("This page is not yet reviewed by a clinician.");
    }

    @Test
    void theClinicAndItsLinksComeFromTheSettings() {
        assertThat(get("/learn/whom-to-see"))
                .bodyText()
                .contains("Riverbend Back Clinic", "tel:+61255500100", "https://riverbend.example/book");
        assertThat(get("/learn/stress")).bodyText().contains("https://calm.example/app");
        assertThat(get("/learn/lifting")).bodyText().doesNotContain("calm.example");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(get("/learn/no-such-topic")).hasStatus(404);
        assertThat(get("/sleep/upside-down")).hasStatus(404);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).accept(MediaType.TEXT_HTML).exchange();
    }
}
