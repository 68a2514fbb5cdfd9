package org.unknot.account;

import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.unknot.shared.BadInput;

/**
 * The address under which people reach us: what links in mail and passkeys are bound to. It is a setting and never what a
 * request claims, because a request's host can be made up. Without the setting it is this machine itself, which is enough to
 * try things out.
 */
@Component
public class PublicAddress {

    private static final String EXAMPLE = "https://back.example.org";

    private final Optional<URI> set;
    private volatile int port;

    PublicAddress(@Value("${unknot.address}") String address, @Value("${server.port}") int port) {
        this.set = address.isBlank() ? Optional.empty() : Optional.of(origin(address.strip()));
        this.port = port;
    }

    /** Origin such as {@code https://back.example.org}, without a slash at its end. */
    public URI origin() {
        return set.orElseGet(() -> URI.create("http://localhost:" + port));
    }

    /** Host alone, for example {@code back.example.org}. */
    public String host() {
        return origin().getHost();
    }

    /** Whether somebody chose it; then no other host is served. */
    public boolean isSet() {
        return set.isPresent();
    }

    /** A port of 0 becomes a real one only when the server is up. */
    @EventListener
    void on(WebServerInitializedEvent started) {
        port = started.getWebServer().getPort();
    }

    private static URI origin(String address) {
        URI uri;
        try {
            uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        } catch (IllegalArgumentException notAnAddress) {
            throw new BadInput("unknot.address", "an https address without a path", EXAMPLE);
        }
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null || !uri.getRawPath().isEmpty() || uri.getRawQuery() != null) {
            throw new BadInput("unknot.address", "an https address without a path", EXAMPLE);
        }
        return uri;
    }
}
