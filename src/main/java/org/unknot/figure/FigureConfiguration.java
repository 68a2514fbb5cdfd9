package org.unknot.figure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unknot.content.ContentFiles;
import org.unknot.content.Document;
import org.unknot.shared.Texts;

/** Reads and checks every file of content/figure at start. */
@Configuration(proxyBeanMethods = false)
class FigureConfiguration {

    /** Raised whenever the same files give another picture, so that nobody keeps the old one. */
    private static final String DRAWING = "2";

    @Bean
    Figures figures(ContentFiles files, Texts texts) {
        List<Document<Figure>> documents = FigureCheck.read(files);
        List<Figure> figures = documents.stream().map(Document::value).toList();
        return new Figures(figures, new PoseWords(texts), version(documents));
    }

    private static String version(List<Document<Figure>> documents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(DRAWING.getBytes(StandardCharsets.UTF_8));
            documents.forEach(
                    document -> digest.update((document.id() + document.hash()).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
