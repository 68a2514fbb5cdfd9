package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.unknot.shared.BadInput;
import org.unknot.shared.Client;
import org.unknot.shared.RateLimits;

class RequestLimitsTests {

    private final RequestLimits limits = new RequestLimits(new RateLimits(true), 3);

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
    void aHouseholdIsOneClientWhicheverOfItsAddressesItUses() throws Exception {
        for (int i = 1; i <= 3; i++) {
            assertThat(status("POST", "2001:db8:1:2::" + i)).isEqualTo(200);
        }
        assertThat(status("POST", "2001:db8:1:2:ffff::9")).isEqualTo(429);
        assertThat(status("POST", "2001:db8:1:3::1")).isEqualTo(200);
        assertThat(Client.of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Client.of("not:an:address")).isEqualTo("not:an:address");
    }

    @Test
    void limitsAreOnlyOffWhereNobodyElseCanReachTheProgram() {
        assertThatThrownBy(() -> new LimitsSetting(false, ""))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("UNKNOT_LIMITS");
        assertThatThrownBy(() -> new LimitsSetting(false, "0.0.0.0")).isInstanceOf(BadInput.class);
        assertThatCode(() -> new LimitsSetting(false, "127.0.0.1")).doesNotThrowAnyException();
        assertThatCode(() -> new LimitsSetting(false, "::1")).doesNotThrowAnyException();
        assertThatCode(() -> new LimitsSetting(true, "")).doesNotThrowAnyException();
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
