package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
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

/** A server of its own, with a clock in the hand of the test. */
class BodyDeadlineTests {

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger read = new AtomicInteger();
    private BareTomcat server;

    @BeforeEach
    void start() throws Exception {
        HttpServlet reader = new HttpServlet() {
            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                while (request.getInputStream().read() >= 0) {
                    read.incrementAndGet();
                }
                response.getWriter().print("whole");
            }
        };
        server = new BareTomcat(folder, new Connector(), reader, new BodyDeadline(Duration.ofSeconds(30), clock::get));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aBodyThatTricklesInIsCutOffWithoutAnAnswer() throws Exception {
        try (Socket socket = begin()) {
            OutputStream out = socket.getOutputStream();
            for (int i = 1; i <= 5; i++) {
                int expected = i;
                out.write('a');
                out.flush();
                await().until(() -> read.get() == expected);
                clock.addAndGet(Duration.ofSeconds(7).toNanos());
            }
            out.write('a'); // 35 s after the headers
            out.flush();
            assertThat(RawHttp.isClosed(socket)).isTrue();
            assertThat(read.get()).isBetween(5, 6); // the one that was under way may still arrive
        }
    }

    @Test
    void aBodyInTimeIsReadAndTheConnectionServesTheNextRequest() throws Exception {
        try (Socket socket = begin()) {
            socket.getOutputStream().write("aaaaaaaaaa".getBytes(StandardCharsets.US_ASCII));
            assertThat(RawHttp.read(socket.getInputStream()).body()).isEqualTo("whole");
            clock.addAndGet(Duration.ofSeconds(60).toNanos());
            headers(socket);
            socket.getOutputStream().write("aaaaaaaaaa".getBytes(StandardCharsets.US_ASCII));
            assertThat(RawHttp.read(socket.getInputStream()).body()).isEqualTo("whole");
        }
    }

    private Socket begin() throws IOException {
        Socket socket = server.connect();
        headers(socket);
        return socket;
    }

    private static void headers(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
