package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestLimitsTests {

    private final RequestLimits limits = new RequestLimits(3);

    @Test
    void theFourthChangeOfAMinuteWaitsAndReadingDoesNot() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(status("POST", "192.0.2.1")).isEqualTo(200);
        }
        assertThat(status("PUT", "192.0.2.1")).isEqualTo(429);
        assertThat(status("GET", "192.0.2.1")).isEqualTo(200);
        assertThat(status("PUT", "192.0.2.2")).isEqualTo(200);
    }

    @Test
    void aBodyOfUnknownLengthIsRefused() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.addHeader("Transfer-Encoding", "chunked");
        MockHttpServletResponse response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(411);
    }

    private int status(String method, String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
