package org.unknot.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP by hand, for requests that no client of good manners sends. One connection a request. */
final class RawHttp {

    private final Connection connection;

    /** Opens a socket to the program. */
    interface Connection {
        Socket open() throws Exception;
    }

    RawHttp(Connection connection) {
        this.connection = connection;
    }

    static RawHttp to(int port) {
        return new RawHttp(() -> new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * What came back; status 0 where the connection was closed without an answer.
     *
     * @param head the status line and headers as they came
     */
    record Answer(int status, String head, String body) {

        Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    /** A whole request of these lines, with what a proper one has. */
    Answer get(String path, String... headers) throws Exception {
        return send(("GET " + path + " HTTP/1.1\r\n" + lines(headers) + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, String type, String body, String... headers) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(("POST " + path + " HTTP/1.1\r\n" + lines(headers) + "Content-Type: " + type
                        + "\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(String... headers) {
        List<String> all = List.of(headers);
        String host = all.stream().anyMatch(line -> line.startsWith("Host:")) ? "" : "Host: localhost\r\n";
        return host + (all.isEmpty() ? "" : String.join("\r\n", all) + "\r\n");
    }

    /** Sends the bytes as they are and reads until the answer is whole or the other side closes. */
    Answer send(byte[] request) throws Exception {
        return send(request, 5000);
    }

    /** @param patience milliseconds without a byte, after which nothing more is waited for */
    Answer send(byte[] request, int patience) throws Exception {
        try (Socket socket = connection.open()) {
            socket.setSoTimeout(patience);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException refusedHalfWay) {
                // an answer may be there all the same
            }
            return read(socket.getInputStream());
        }
    }

    static Answer read(InputStream in) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            int n = in.read(buffer);
            while (n > 0) {
                bytes.write(buffer, 0, n);
                if (whole(bytes.toString(StandardCharsets.ISO_8859_1))) {
                    break;
                }
                n = in.read(buffer);
            }
        } catch (IOException closed) {
            // what came before counts
        }
        String text = bytes.toString(StandardCharsets.UTF_8)
                .replaceFirst("^HTTP/1.1 100 ?\r\n\r\n", ""); // go on, it says, and then answers
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.matches("(?s)HTTP/1\\.[01] \\d{3}.*")) {
            return new Answer(0, text, "");
        }
        return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }

    /** Whether the other side hung up without a word. To wait in vain for an answer is no proof of it. */
    static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static boolean whole(String answer) {
        String text = answer.replaceFirst("^HTTP/1.1 100 ?\r\n\r\n", "");
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String head = text.substring(0, end).toLowerCase(Locale.ROOT);
        int length = head.indexOf("\r\ncontent-length:");
        if (length < 0) {
            return head.contains("transfer-encoding: chunked") && text.endsWith("0\r\n\r\n") || head.contains(" 304");
        }
        String told =
                head.substring(length + 17).lines().findFirst().orElse("0").strip();
        return text.length() - end - 4 >= Integer.parseInt(told);
    }
}
