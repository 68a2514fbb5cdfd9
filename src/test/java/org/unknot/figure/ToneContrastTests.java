package org.unknot.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Near and far limbs can be made out on the canvas in both themes: WCAG 2.2 asks 3:1 of what a picture needs to be understood. */
class ToneContrastTests {

    private static final Path TOKENS = Path.of("src/main/resources/static/css/tokens.css");

    @ParameterizedTest
    @CsvSource({"figure-near, canvas, 3", "figure-far, canvas, 3", "figure-near, mat, 3", "figure-near, figure-far, 1.8"
    })
    void aToneStandsOut(String tone, String ground, double least) throws IOException {
        for (int theme = 0; theme < 2; theme++) {
            assertThat(contrast(colour(tone, theme), colour(ground, theme)))
                    .as("%s on %s, %s", tone, ground, theme == 0 ? "light" : "dark")
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private static int colour(String token, int theme) throws IOException {
        Matcher found = Pattern.compile("--" + token + ": light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)")
                .matcher(Files.readString(TOKENS));
        assertThat(found.find()).as(token).isTrue();
        return Integer.parseInt(found.group(1 + theme), 16);
    }

    private static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int colour) {
        return 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8) + 0.0722 * channel(colour);
    }

    private static double channel(int eightBits) {
        double value = (eightBits & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
