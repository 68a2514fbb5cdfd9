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

/** Names all that the first screens are made of: templates, words, reviewed content, static files. Changes when any of it does. */
@Component
class FirstScreensBuild {

    private static final String[] PARTS = {
        "classpath*:gg/jte/generated/precompiled/**/*.class",
        "classpath*:messages/*.properties",
        "classpath*:content/**/*.*"
    };

    private final String version;

    FirstScreensBuild(Assets assets) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(assets.version().getBytes(StandardCharsets.UTF_8));
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

    String version() {
        return version;
    }

    /** The weak entity tag of every first screen: weak, because compression changes bytes and not meaning. */
    String tag() {
        return "W/\"" + version + "\"";
    }
}
