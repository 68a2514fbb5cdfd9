package org.unknot.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.unknot.shared.BadInput;

/**
 * HTTPS without a proxy: UNKNOT_TLS_CERTIFICATE and UNKNOT_TLS_KEY name PEM files, which are read again when they change. Listed in
 * META-INF/spring.factories.
 */
final class TlsSettings implements EnvironmentPostProcessor, Ordered {

    private static final String BUNDLE = "spring.ssl.bundle.pem.unknot.";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE; // when application.yaml has been read
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String certificate =
                environment.getProperty("unknot.tls.certificate", "").strip();
        String key = environment.getProperty("unknot.tls.key", "").strip();
        if (certificate.isEmpty() && key.isEmpty()) {
            return;
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "UNKNOT_TLS",
                        Map.of(
                                "server.ssl.bundle",
                                "unknot",
                                BUNDLE + "reload-on-update",
                                "true",
                                BUNDLE + "keystore.certificate",
                                file("UNKNOT_TLS_CERTIFICATE", certificate, "fullchain.pem"),
                                BUNDLE + "keystore.private-key",
                                file("UNKNOT_TLS_KEY", key, "privkey.pem"))));
    }

    private static String file(String setting, String path, String example) {
        if (path.isEmpty() || !Files.isReadable(Path.of(path))) {
            throw new BadInput(
                    setting, "a PEM file that can be read; both settings or neither", "/etc/unknot/" + example);
        }
        return Path.of(path).toUri().toString();
    }
}
