package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unknot.shared.BadInput;
import tools.jackson.databind.json.JsonMapper;

class RecordReaderTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GOOD = """
            {"script": "0197a1b0-0000-7000-8000-000000000001", "revision": "r1", "startedAt": "2026-11-22T08:00:00Z",
             "events": [{"n": 1, "atMs": 0, "type": "start"},
                        {"n": 2, "atMs": 900, "type": "stop", "step": "a", "reason": "pain", "pain": 6, "where": "below-knee"}],
             "before": {"pain": 3}, "after": {"change": "worse", "pain": 6}, "fromANewerPhone": true}
            """;

    @Test
    void readsWhatThePhoneSendsAndLeavesWhatItDoesNotKnow() {
        SessionRecord run = read(GOOD);
        assertThat(run.events()).hasSize(2);
        assertThat(run.before().orElseThrow().value()).isEqualTo(3);
        assertThat(run.after().orElseThrow().pain().value()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"n\": 2 | \"n\": 3 | events[1].n",
                "\"atMs\": 900 | \"atMs\": -1 | events[1].atMs",
                "\"type\": \"stop\" | \"type\": \"burp\" | events[1].type",
                "\"pain\": 6, | \"pain\": 11, | events[1].pain",
                "below-knee | toe | events[1].where",
                "\"revision\": \"r1\" | \"revision\": 1 | revision",
                "2026-11-22T08:00:00Z | yesterday | startedAt",
                "2026-11-22T08:00:00Z | +999999999-01-01T00:00:00Z | startedAt",
                "\"step\": \"a\" | \"step\": 7 | events[1].step",
                "0197a1b0-0000-7000-8000-000000000001 | not-an-id | script",
                "\"change\": \"worse\" | \"change\": \"fine\" | after.change",
                "{\"pain\": 3} | {\"pain\": \"three\"} | before.pain"
            })
    void namesTheFieldThatItCannotRead(String good, String bad, String field) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> read(GOOD.replace(good, bad))).isInstanceOfSatisfying(BadInput.class, input -> {
            assertThat(input.field()).isEqualTo(field);
            assertThat(input.example()).isNotBlank();
        });
    }

    private static SessionRecord read(String json) {
        return RecordReader.read(UUID.randomUUID(), JSON.readTree(json));
    }
}
