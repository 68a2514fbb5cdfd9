package org.unknot.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in leads to a page of ours and nowhere else. */
class LocalPathTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/ /evil.example",
                "javascript:alert(1)",
                "/api/plan",
                "/sign-out",
                "/a\r\nSet-Cookie: x=y",
                "/%2F/evil.example",
                "/\t/evil.example",
                "/a//b",
                "/@evil.example",
                "/a?b=//c#d",
                "evil",
                ""
            })
    void whatIsNoPageOfOursBecomesTheOtherOne(String next) {
        assertThat(LocalPath.of(next, "/account")).isEqualTo("/account");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/plan",
                "/staff/people/0190a8c0-0000-7000-8000-000000000000",
                "/doctor?level=same-day",
                "/join"
            })
    void pagesOfOursStay(String next) {
        assertThat(LocalPath.of(next, "/account")).isEqualTo(next);
    }

    @Test
    void nothingLongIsCarriedAround() {
        assertThat(LocalPath.of("/" + "a".repeat(400), "/account")).isEqualTo("/account");
    }
}
