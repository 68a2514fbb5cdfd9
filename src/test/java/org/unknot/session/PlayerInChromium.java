package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The player's page in a browser of the class's own; a complaint of the browser fails whichever test drew it. */
abstract class PlayerInChromium {

    static PlayerScreens screens;

    @BeforeAll
    static void start() throws IOException {
        screens = new PlayerScreens();
    }

    @AfterAll
    static void stop() {
        screens.close();
    }

    @AfterEach
    void theBrowserHadNothingToComplainAbout() {
        List<String> complaints = List.copyOf(screens.complaints);
        screens.closePages();
        assertThat(complaints).isEmpty();
    }
}
