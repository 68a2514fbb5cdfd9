package org.unknot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real program, started from its jar over a data folder of its own, as a person starts it. */
record RunningProgram(Process process, Path data, int port) {

    private static final Path JAR = Path.of("target/unknot.jar");

    static RunningProgram start(Path data, Map<String, String> settings) throws IOException {
        assertThat(JAR).as("mvn package makes it").exists();
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                        java, "-XX:+UseSerialGC", "-Xmx160m", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()));
        builder.environment().putAll(settings);
        builder.environment()
                .putAll(Map.of("UNKNOT_DATA", data.resolve("data").toString(), "PORT", Integer.toString(port)));
        return new RunningProgram(builder.start(), data, port);
    }

    /** Waits until /readyz says yes; shows the log where the program ended instead. */
    RunningProgram ready() {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(IOException.class)
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("ended with " + process.exitValue() + ":\n" + log());
                    }
                })
                .until(() -> get("/readyz").statusCode() == 200);
        return this;
    }

    String log() throws IOException {
        return Files.readString(data.resolve("log"));
    }

    Postmaster database() {
        return Postmaster.of(data.resolve("data/postgres/cluster")).orElseThrow();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** SIGTERM, as a service manager sends it; the program and its database have ended when this returns. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("ended when asked to")
                .isTrue();
    }
}
