package org.unknot.web;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Ends a connection whose request line and headers are still being sent after twenty seconds. Tomcat's own limit starts anew with
 * every byte, so that one byte now and then would hold a connection for days; {@link BodyDeadline} is the same for what comes after.
 */
public final class HeadersDeadline extends Http11NioProtocol {

    static final Duration LONGEST = Duration.ofSeconds(20);

    private final Duration longest;
    private final Ticker ticker;

    /** Tomcat makes it by its name. */
    public HeadersDeadline() {
        this(LONGEST, Ticker.systemTicker());
    }

    HeadersDeadline(Duration longest, Ticker ticker) {
        this.longest = longest;
        this.ticker = ticker;
    }

    @Override
    protected Processor createProcessor() {
        return new Timed(this, getAdapter());
    }

    /** Reads requests of one connection at a time, and is asked again whenever more of them comes. */
    private final class Timed extends Http11Processor {

        private long deadline;
        private boolean underWay;

        Timed(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            if (!underWay) {
                deadline = ticker.read() + longest.toNanos();
                underWay = true;
            } else if (ticker.read() - deadline > 0) {
                underWay = false;
                return SocketState.CLOSED;
            }
            SocketState state = super.service(connection);
            underWay = state == SocketState.LONG && !isAsync(); // more must come before it can be answered
            return state;
        }
    }
}
