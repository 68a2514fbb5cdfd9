package org.unknot.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that does not always do what it should. It speaks as much SMTP as one letter needs. */
final class OddMailServer implements AutoCloseable {

    /** What it does when somebody comes. */
    enum Mood {
        TAKES,
        /** Says 550 to every receiver whose address begins with "gone". */
        REFUSES_SOME,
        /** Says 451 to every receiver, and repeats the address. */
        REFUSES_ALL,
        /** Lets everybody in and says nothing. */
        SILENT,
        /** Takes the letter, and goes away without a goodbye. */
        TAKES_AND_DIES
    }

    private final int port;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger visits = new AtomicInteger();
    private volatile Mood mood = Mood.TAKES;
    private volatile ServerSocket door;

    OddMailServer() throws IOException {
        door = open(0);
        port = door.getLocalPort();
        serve(door);
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    int port() {
        return port;
    }

    void is(Mood now) {
        mood = now;
    }

    /** Connections are refused until it comes back. */
    void goesAway() throws IOException {
        door.close();
    }

    void comesBack() throws IOException {
        door = open(port);
        serve(door);
    }

    /** Whole letters, head and text, with their receiver before them. */
    List<String> taken() {
        return taken;
    }

    int visits() {
        return visits.get();
    }

    private void serve(ServerSocket open) {
        Thread.ofVirtual().start(() -> {
            while (!open.isClosed()) {
                try {
                    Socket visitor = open.accept();
                    visits.incrementAndGet();
                    Thread.ofVirtual().start(() -> talk(visitor));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void talk(Socket visitor) {
        try (visitor;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8))) {
            if (mood == Mood.SILENT) {
                in.readLine(); // until they leave
                return;
            }
            say(visitor, "220 odd");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.toUpperCase(Locale.ROOT);
                if (word.startsWith("RCPT")) {
                    to = line.replaceAll(".*<(.*)>.*", "$1");
                    say(visitor, answer(to));
                } else if (word.startsWith("DATA")) {
                    say(visitor, "354 go on");
                    taken.add(to + "\n" + letter(in));
                    say(visitor, "250 taken");
                    if (mood == Mood.TAKES_AND_DIES) {
                        visitor.setSoLinger(true, 0); // a reset, not a goodbye
                        return;
                    }
                } else {
                    say(visitor, word.startsWith("QUIT") ? "221 bye" : "250 odd");
                }
            }
        } catch (IOException gone) {
            // so is the visitor; what was taken counts
        }
    }

    private String answer(String to) {
        return switch (mood) {
            case REFUSES_ALL -> "451 not now for " + to;
            case REFUSES_SOME -> to.startsWith("gone") ? "550 nobody here is called " + to : "250 fine";
            case TAKES, TAKES_AND_DIES, SILENT -> "250 fine";
        };
    }

    private static String letter(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        to.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
