package org.unknot.journeys;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network between a browser and the server that can be pulled. Browsers' own offline switch leaves the service worker's
 * requests alone, so a test of it proves nothing.
 */
final class Cable implements Closeable {

    private final int server;
    private final ServerSocket plug;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    Cable(int server) throws IOException {
        this(server, 0);
    }

    private Cable(int server, int port) throws IOException {
        this.server = server;
        this.plug = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Plugged in again after it was pulled, under the address that the browser knows. */
    Cable again() throws IOException {
        return new Cable(server, plug.getLocalPort());
    }

    String address() {
        return "http://localhost:" + plug.getLocalPort();
    }

    private void accept() {
        while (!plug.isClosed()) {
            try {
                Socket browser = plug.accept();
                Socket program = new Socket(InetAddress.getLoopbackAddress(), server);
                if (!lay(browser, program)) {
                    return;
                }
                Thread.ofVirtual().start(() -> copy(browser, program));
                Thread.ofVirtual().start(() -> copy(program, browser));
            } catch (SocketException pulled) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Not when the cable was pulled in between: a connection laid then would outlive it, and the network would still be there. */
    private synchronized boolean lay(Socket browser, Socket program) throws IOException {
        if (plug.isClosed()) {
            browser.close();
            program.close();
            return false;
        }
        sockets.add(browser);
        sockets.add(program);
        return true;
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (SocketException pulled) {
            // Either side may hang up at any time; both ends are closed above.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pulls the cable: what is under way breaks off, and nothing answers any more. */
    @Override
    public synchronized void close() throws IOException {
        plug.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
