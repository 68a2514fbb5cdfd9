package org.unknot.web;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Ends a connection whose request is still being sent half a minute after its headers. Tomcat's own limit starts anew with every
 * byte, so that one byte now and then would hold a request for days.
 */
final class BodyDeadline extends ValveBase {

    private final Duration longest;
    private final Ticker ticker;

    BodyDeadline(Duration longest, Ticker ticker) {
        super(true);
        this.longest = longest;
        this.ticker = ticker;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        InputBuffer body = connection.getInputBuffer();
        connection.setInputBuffer(new Timed(connection, body, ticker.read() + longest.toNanos()));
        try {
            getNext().invoke(request, response);
        } finally {
            connection.setInputBuffer(body); // the connection is used again
        }
    }

    private final class Timed implements InputBuffer {

        private final org.apache.coyote.Request connection;
        private final InputBuffer body;
        private final long deadline;

        Timed(org.apache.coyote.Request connection, InputBuffer body, long deadline) {
            this.connection = connection;
            this.body = body;
            this.deadline = deadline;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (ticker.read() - deadline > 0) {
                SocketTimeoutException late = new SocketTimeoutException("The request was not sent within " + longest);
                connection.action(ActionCode.CLOSE_NOW, late); // else Tomcat would wait for the rest, to read past it
                throw late;
            }
            return body.doRead(handler);
        }

        @Override
        public int available() {
            return body.available();
        }
    }
}
