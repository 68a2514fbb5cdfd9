package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** HTTPS by itself, with a certificate made here; and a new one without a restart. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "unknot.tls.certificate=target/test-tls/certificate.pem",
            "unknot.tls.key=target/test-tls/key.pem",
            "spring.ssl.bundle.watch.file.quiet-period=200ms"
        })
class TlsTests {

    private static final Path FOLDER = Path.of("target/test-tls");

    static {
        makeCertificate("first.example"); // the settings above name it, and they are read before any method runs
    }

    @LocalServerPort
    private int port;

    @Test
    void pagesAreServedWithHstsAndSecureCookies() throws Exception {
        RawHttp https = new RawHttp(this::connect);
        RawHttp.Answer page = https.get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Strict-Transport-Security")).contains("max-age=31536000");
        RawHttp.Answer chosen = https.post("/pictures", "application/x-www-form-urlencoded", "build=slim");
        assertThat(chosen.header("Set-Cookie").orElse("")).contains("; Secure");
    }

    @Test
    void withoutTlsNothingIsServed() throws Exception {
        assertThat(RawHttp.to(port).get("/").status()).isIn(0, 400);
    }

    @Test
    void aNewCertificateIsTakenUpWithoutARestart() throws Exception {
        makeCertificate("second.example");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(servedName()).contains("second.example"));
    }

    private String servedName() throws Exception {
        try (SSLSocket socket = connect()) {
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private SSLSocket connect() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAnybody()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
        socket.startHandshake();
        return socket;
    }

    private static void makeCertificate(String name) {
        try {
            Files.createDirectories(FOLDER);
            Path store = FOLDER.resolve("store.p12");
            Files.deleteIfExists(store);
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            Process made = new ProcessBuilder(List.of(
                            keytool,
                            "-genkeypair",
                            "-alias",
                            "a",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-validity",
                            "2",
                            "-dname",
                            "CN=" + name,
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            "changeit",
                            "-keystore",
                            store.toString()))
                    .inheritIO()
                    .start();
            assertThat(made.waitFor()).isZero();
            KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
            write(
                    "key.pem",
                    "PRIVATE KEY",
                    keys.getKey("a", "changeit".toCharArray()).getEncoded());
            write("certificate.pem", "CERTIFICATE", keys.getCertificate("a").getEncoded());
        } catch (Exception failed) {
            throw new IllegalStateException("no certificate for the test", failed);
        }
    }

    private static void write(String file, String what, byte[] content) throws Exception {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(
                FOLDER.resolve(file), "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n");
    }

    private static final class TrustsAnybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
