package org.unknot.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every word of the program's own that a person sees, by key, from {@code messages/<module>.properties}. Words about exercises,
 * questions and guidance come from content instead. A missing key is a mistake of ours and fails at once.
 */
@Component
public final class Texts {

    /** English as spoken in Australia until a second language lands. */
    public static final Locale LOCALE = Locale.forLanguageTag("en-AU");

    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    public Texts() throws IOException {
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath:messages/*.properties")) {
            Properties texts = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
            texts.forEach((key, text) -> add(file, (String) key, (String) text));
        }
    }

    private void add(Resource file, String key, String text) {
        if (formats.putIfAbsent(key, new MessageFormat(text, LOCALE)) != null) {
            throw new IllegalStateException(file.getFilename() + " repeats the key " + key);
        }
    }

    /** The text with its {0} {1} arguments filled in. */
    public String text(String key, Object... arguments) {
        MessageFormat format = formats.get(key);
        if (format == null) {
            throw new IllegalArgumentException(
                    "No text for " + key + "; add it to messages/" + key.split("\\.", 2)[0] + ".properties");
        }
        // MessageFormat is not safe for use by several threads; formatting on a copy is.
        return ((MessageFormat) format.clone()).format(arguments);
    }

    public boolean has(String key) {
        return formats.containsKey(key);
    }
}
