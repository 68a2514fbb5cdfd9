package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.unknot.shared.BadInput;

/** As it is set out of the box: any name is served, a proxy on this machine is believed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ServerLimitsTests {

    @LocalServerPort
    private int port;

    @Test
    void everyDocumentThatIsBoundedIsARoute(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        assertThat(mapping.getHandlerMethods().keySet())
                .flatMap(RequestMappingInfo::getPatternValues)
                .containsAll(DocumentLimit.DOCUMENTS);
    }

    /** See HeadersDeadlineTests and BodyDeadlineTests. */
    @Test
    void whoSaysNothingOrTricklesHasAnEnd(@Autowired ServletWebServerApplicationContext context) {
        Connector connector = ((TomcatWebServer) Objects.requireNonNull(context.getWebServer()))
                .getTomcat()
                .getConnector();
        assertThat(connector.getProperty("connectionTimeout")).isEqualTo(20_000);
        assertThat(connector.getProtocolHandler()).isInstanceOf(HeadersDeadline.class);
        assertThat(connector.getService().getContainer().getPipeline().getValves())
                .hasAtLeastOneElementOfType(BodyDeadline.class);
    }

    @Test
    void aProxyOnThisMachineIsBelieved() throws Exception {
        RawHttp.Answer answer = RawHttp.to(port).get("/", "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https");
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(RawHttp.to(port).get("/").header("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void cookiesAreSecureBehindHttps() throws Exception {
        RawHttp.Answer answer = RawHttp.to(port)
                .post("/pictures", "application/x-www-form-urlencoded", "build=slim", "X-Forwarded-Proto: https");
        assertThat(answer.header("Set-Cookie").orElse("")).contains("; Secure", "; HttpOnly", "SameSite=Lax");
        assertThat(answer.header("Location")).contains("/");
    }

    @Test
    void headersBeyondSixteenKibibytesAreRefused() throws Exception {
        assertThat(RawHttp.to(port).get("/", "X-Long: " + "a".repeat(15_000)).status())
                .isEqualTo(200);
        assertThat(RawHttp.to(port).get("/", "X-Long: " + "a".repeat(17_000)).status())
                .isEqualTo(400);
    }

    @Test
    void aLongAddressIsRefusedInWords() throws Exception {
        assertThat(RawHttp.to(port).get("/?" + "a".repeat(4000)).status()).isEqualTo(200);
        RawHttp.Answer answer = RawHttp.to(port).get("/?" + "a".repeat(4100), "Accept: text/html");
        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.body()).contains("That link is too long");
    }

    @Test
    void aBodyWithoutALengthIsRefused() throws Exception {
        String request = "POST /pictures HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\na\r\nbuild=slim\r\n0\r\n\r\n";
        assertThat(RawHttp.to(port)
                        .send(request.getBytes(StandardCharsets.US_ASCII))
                        .status())
                .isEqualTo(411);
    }

    /** Each was a failure of ours (500) when {@link FuzzTests} found it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /pictures     | application/x-www-form-urlencoded | %zz=%",
                "POST /pictures     | application/x-www-form-urlencoded | build=%00",
                "POST /pictures?a=% | application/x-www-form-urlencoded | build=slim",
                "POST /pictures     | multipart/form-data               | build",
                "POST /pictures     | multipart/form-data; boundary=    | build",
                "PATCH /pictures    | application/x-www-form-urlencoded | %zz=%",
                "GET /pictures?%zz=%| text/plain                        | a",
                "GET /livez?%0D%0Aa=1| text/plain                       | a"
            })
    void whatCannotBeReadIsRefused(String line, String type, String body) throws Exception {
        String request = line.strip() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body;
        assertThat(RawHttp.to(port)
                        .send(request.getBytes(StandardCharsets.US_ASCII))
                        .status())
                .isBetween(400, 499);
    }

    /** It decodes to zero bytes, at which the database fails. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAA",
                "%00",
                "'",
                "MDE5MGE4YzAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAw",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void aSessionCookieThatIsNoneIsNobody(String cookie) throws Exception {
        assertThat(RawHttp.to(port).get("/", "Cookie: unknot_session=" + cookie).status())
                .isEqualTo(200);
    }

    @Test
    void noFramingAndNothingOfThePhoneButWhatWeUse() throws Exception {
        RawHttp.Answer answer = RawHttp.to(port).get("/");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'", "form-action 'self'", "object-src 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(answer.header("Permissions-Policy").orElse(""))
                .contains(
                        "publickey-credentials-get=(self)",
                        "publickey-credentials-create=(self)",
                        "geolocation=()",
                        "usb=()");
    }

    @Test
    void whereNobodyIsNamedThereIsNoSecurityTxt() throws Exception {
        assertThat(RawHttp.to(port).get("/.well-known/security.txt").status()).isEqualTo(404);
    }

    @Test
    void managersOfPasswordsAreLedToThePage() throws Exception {
        RawHttp.Answer answer = RawHttp.to(port).get("/.well-known/change-password");
        assertThat(answer.status()).isIn(302, 303);
        assertThat(answer.header("Location")).contains("/account/password");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.0/8, ::1 | 127.0.0.0/8,::1/128",
                "10.0.0.7|10.0.0.7/32",
                "'' | ''",
                "2001:db8::/32|2001:db8::/32"
            })
    void proxiesAreNetworksAndNeverAPattern(String setting, String networks) {
        assertThat(ServerLimits.networks(setting)).isEqualTo(networks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", ".*", "10.0.0.0/99", "1.2.3", "10.0.0.7 10.0.0.8"})
    void whatIsNoNetworkIsNoProxy(String setting) {
        assertThatThrownBy(() -> ServerLimits.networks(setting))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("UNKNOT_PROXIES");
    }

    @ParameterizedTest
    @CsvSource({"pom.xml,''", "'',pom.xml", "nowhere.pem,pom.xml"})
    void halfOfHttpsIsRefused(String certificate, String key) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("unknot.tls.certificate", certificate, "unknot.tls.key", key)));
        assertThatThrownBy(() -> new TlsSettings().postProcessEnvironment(environment, new SpringApplication()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("UNKNOT_TLS_");
        assertThat(Path.of("pom.xml")).exists();
    }
}
