package org.unknot.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.unknot.figure.Build;
import org.unknot.figure.Figures;
import org.unknot.guidance.Guidance;
import org.unknot.triage.DangerPages;

/**
 * Names all that the first screens are made of: templates, words, reviewed content, danger lines, the country's numbers, figures,
 * static files. Changes when any of it does.
 */
@Component
class FirstScreensBuild {

    private static final String[] PARTS = {
        "classpath*:gg/jte/generated/precompiled/**/*.class",
        "classpath*:messages/*.properties",
        "classpath*:content/**/*.*"
    };

    private final String version;

    FirstScreensBuild(Assets assets, DangerPages danger, Guidance guidance, Figures figures)
            throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        String parts = assets.version() + figures.version() + danger.all() + guidance.localePack();
        digest.update(parts.getBytes(StandardCharsets.UTF_8));
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String part : PARTS) {
            Resource[] files = resolver.getResources(part);
            Arrays.sort(files, Comparator.comparing(Resource::getDescription));
            for (Resource file : files) {
                digest.update(file.getContentAsByteArray());
            }
        }
        version = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    /** As a browser sees it that asked for this build of the pictures. */
    String version(Build figures) {
        return version + "-" + figures.word();
    }

    /** The weak entity tag of every first screen: weak, because compression changes bytes and not meaning. */
    String tag(Build figures) {
        return "W/\"" + version(figures) + "\"";
    }
}
