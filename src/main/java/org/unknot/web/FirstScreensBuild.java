package org.unknot.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.unknot.figure.Build;
import org.unknot.figure.Figures;
import org.unknot.guidance.Guidance;
import org.unknot.guidance.LocalePack;
import org.unknot.triage.DangerPages;

/**
 * Names all that the first screens are made of: templates, words, reviewed content, danger lines, the country's numbers, figures,
 * static files, and whether it is a demo. Changes when any of it does.
 */
@Component
class FirstScreensBuild {

    private static final String[] PARTS = {
        "classpath*:gg/jte/generated/precompiled/**/*.class",
        "classpath*:messages/*.properties",
        "classpath*:content/**/*.*"
    };

    private final Guidance guidance;
    private final String program;

    FirstScreensBuild(
            Assets assets,
            DangerPages danger,
            Guidance guidance,
            Figures figures,
            @Value("${unknot.demo}") boolean demo)
            throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        this.guidance = guidance;
        String parts = assets.version() + figures.version() + danger.all() + demo;
        digest.update(parts.getBytes(StandardCharsets.UTF_8));
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String part : PARTS) {
            Resource[] files = resolver.getResources(part);
            Arrays.sort(files, Comparator.comparing(Resource::getDescription));
            for (Resource file : files) {
                digest.update(file.getContentAsByteArray());
            }
        }
        program = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    /** As a browser sees it that asked for this build of the pictures. */
    String version(Build figures) {
        return program + "-" + country() + "-" + figures.word();
    }

    /** The numbers to ring are a setting that the clinic may change at any time; a phone must not keep the old ones. */
    private String country() {
        String numbers = guidance.localePack().map(LocalePack::toString).orElse("");
        return HexFormat.of().toHexDigits(numbers.hashCode());
    }

    /** The weak entity tag of every first screen: weak, because compression changes bytes and not meaning. */
    String tag(Build figures) {
        return "W/\"" + version(figures) + "\"";
    }
}
