package org.unknot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.unknot.account.PublicAddress;

/**
 * Where UNKNOT_ADDRESS says what we are called, a request for another name is refused: nobody can put our pages under a name of
 * their own, which is how a page elsewhere gets round the same-origin rule (DNS rebinding). Probes ask by number.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 22)
class HostCheck extends OncePerRequestFilter {

    private static final Set<String> PROBES = Set.of("/livez", "/readyz");

    private final PublicAddress address;

    HostCheck(PublicAddress address) {
        this.address = address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!address.isSet()
                || address.host().equalsIgnoreCase(request.getServerName())
                || PROBES.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.MISDIRECTED_REQUEST.value());
        }
    }
}
