package org.unknot.web;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.util.NetMask;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.unknot.shared.BadInput;

/** What the server itself refuses, before any filter: slow headers and bodies, and the word of strangers who say that they are a proxy. */
@Configuration(proxyBeanMethods = false)
class ServerLimits {

    private static final Duration LONGEST_BODY = Duration.ofSeconds(30);
    private static final Pattern NETWORK =
            Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*)(/[0-9]{1,3})?");

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE) // before Boot reads the property
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedServer(
            TomcatServerProperties tomcat, @Value("${unknot.proxies}") String proxies) {
        tomcat.getRemoteip().setInternalProxies(networks(proxies));
        return server -> {
            server.setProtocol(HeadersDeadline.class.getName());
            server.addEngineValves(new BodyDeadline(LONGEST_BODY, Ticker.systemTicker()));
        };
    }

    /** In the form in which Tomcat takes them for networks and never for a pattern. */
    static String networks(String proxies) {
        return Arrays.stream(proxies.split(","))
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(ServerLimits::network)
                .collect(Collectors.joining(","));
    }

    private static String network(String proxy) {
        try {
            if (NETWORK.matcher(proxy).matches()) {
                String network = proxy.contains("/") ? proxy : proxy + (proxy.contains(":") ? "/128" : "/32");
                new NetMask(network);
                return network;
            }
        } catch (IllegalArgumentException notANetwork) {
            // falls through to the same answer as letters
        }
        throw new BadInput(
                "UNKNOT_PROXIES",
                "addresses or networks of proxies, with commas between",
                "127.0.0.0/8, ::1, 10.0.0.7");
    }
}
