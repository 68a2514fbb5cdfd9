package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, with a clock in the hand of the test, that counts how often it is read. */
class HeadersDeadlineTests {

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger looked = new AtomicInteger();
    private BareTomcat server;

    @BeforeEach
    void start() throws Exception {
        Connector connector = new Connector(new HeadersDeadline(Duration.ofSeconds(20), () -> {
            looked.incrementAndGet();
            return clock.get();
        }));
        server = new BareTomcat(folder, connector, new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.getWriter().print("whole");
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void headersThatTrickleInAreCutOffWithoutAnAnswer() throws Exception {
        try (Socket socket = server.connect()) {
            send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ");
            for (int i = 0; i < 3; i++) { // 21 s
                clock.addAndGet(Duration.ofSeconds(7).toNanos());
                send(socket, "a");
            }
            assertThat(RawHttp.isClosed(socket)).isTrue();
        }
    }

    @Test
    void aLineThatTricklesInIsCutOffToo() throws Exception {
        try (Socket socket = server.connect()) {
            send(socket, "GE");
            clock.addAndGet(Duration.ofSeconds(21).toNanos());
            send(socket, "T");
            assertThat(RawHttp.isClosed(socket)).isTrue();
        }
    }

    @Test
    void whoIsSlowButInTimeIsAnsweredAndSoIsTheNextRequestOfTheConnection() throws Exception {
        try (Socket socket = server.connect()) {
            for (int request = 0; request < 3; request++) {
                send(socket, "GET / HTTP/1.1\r\nHost: loc");
                clock.addAndGet(Duration.ofSeconds(15).toNanos());
                send(socket, "alhost\r\n\r\n");
                assertThat(RawHttp.read(socket.getInputStream()).body()).isEqualTo("whole");
                clock.addAndGet(Duration.ofMinutes(5).toNanos());
            }
        }
    }

    /** And waits until it was read. */
    private void send(Socket socket, String text) throws IOException {
        int before = looked.get();
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        await().pollInterval(Duration.ofMillis(5)).until(() -> looked.get() > before);
    }
}
