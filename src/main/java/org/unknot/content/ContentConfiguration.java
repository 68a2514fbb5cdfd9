package org.unknot.content;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where content comes from: the program's own files, and a clinic's folder over them when {@code UNKNOT_CONTENT} names one. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

    @Bean
    ContentFiles contentFiles(@Value("${unknot.content:}") String folder) {
        if (folder.isBlank()) {
            return ContentFiles.ofProgram();
        }
        if (!Files.isDirectory(Path.of(folder))) {
            throw new IllegalStateException(
                    "UNKNOT_CONTENT names a folder that is not there: " + folder
                            + ". Expected a folder with content files, for example /srv/unknot/content holding exercise/press-up.yaml");
        }
        return ContentFiles.withClinicFolder(Path.of(folder));
    }
}
