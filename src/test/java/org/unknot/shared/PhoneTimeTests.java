package org.unknot.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTimeTests {

    @Test
    void aMomentInUtcIsRead() {
        assertThat(PhoneTime.read(PhoneTime.EXAMPLE, "at")).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(PhoneTime.read("2000-01-01T00:00:00Z", "at")).isNotNull();
        assertThat(PhoneTime.read("2200-01-01T00:00:00Z", "at")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T23:59:59Z", "2200-01-01T00:00:01Z", "+1000000000-12-31T23:59:59Z"})
    void whatNobodyMeansIsRefusedWithTheYears(String text) {
        assertThatThrownBy(() -> PhoneTime.read(text, "end.at"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("end.at: expected a time from 2000 to 2200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-11-22", "2026-11-22T08:00:00"})
    void whatIsNoTimeIsRefusedWithAGoodOne(String text) {
        assertThatThrownBy(() -> PhoneTime.read(text, "end.at"))
                .isInstanceOf(BadInput.class)
                .hasMessage("end.at: expected a time in UTC, for example " + PhoneTime.EXAMPLE);
    }
}
