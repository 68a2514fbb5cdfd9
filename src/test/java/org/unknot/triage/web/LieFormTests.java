package org.unknot.triage.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Without JavaScript it is the server that lets nobody to a position of ease around the danger pages. */
@SpringBootTest
@AutoConfigureMockMvc
class LieFormTests {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void whoAnsweredNothingAnswersFirst() {
        assertThat(mvc.post().uri("/lie").param("position", "back")).hasHeader("Location", "/call-now");
    }

    @Test
    void oneDangerPageIsNotEnoughWhicheverItIs() {
        Cookie first = guest(mvc.post().uri("/call-now").param("none", "none").exchange());
        assertThat(post("/lie", first, "position", "back")).hasHeader("Location", "/doctor-first");
        Cookie second = guest(mvc.post()
                .uri("/doctor-first")
                .param("none", "none")
                .param("age", "35")
                .exchange());
        assertThat(post("/lie", second, "position", "back")).hasHeader("Location", "/call-now");
    }

    @Test
    void theSecondPageDoesNotTakeBackAnEmergency() {
        Cookie guest =
                guest(mvc.post().uri("/call-now").param("chest-pain", "yes").exchange());
        post("/doctor-first", guest, "none", "none", "age", "35");
        assertThat(post("/lie", guest, "position", "back")).hasHeader("Location", "/emergency");
    }

    @Test
    void whoIsToBeSeenTodayMayRestMeanwhile() {
        Cookie guest = guest(mvc.post().uri("/call-now").param("none", "none").exchange());
        post("/doctor-first", guest, "fever", "yes", "age", "35");
        assertThat(post("/lie", guest, "position", "side")).hasHeader("Location", "/ease/side-pillow");
    }

    @Test
    void theChosenPictureIsTheFirstHold() {
        Cookie guest = guest(mvc.post().uri("/call-now").param("none", "none").exchange());
        post("/doctor-first", guest, "none", "none", "age", "35");
        assertThat(post("/lie", guest, "position", "back")).hasHeader("Location", "/ease/back-knees-up");
        assertThat(post("/lie", guest, "position", "belly")).hasHeader("Location", "/ease/belly-pillow");
        assertThat(post("/lie", guest, "position", "leaning")).hasHeader("Location", "/ease/leaning");
    }

    private MvcTestResult post(String page, Cookie guest, String... parameters) {
        var request = mvc.post().uri(page).cookie(guest).header("Sec-Fetch-Site", "same-origin");
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static Cookie guest(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getCookie("unknot_guest"));
    }
}
