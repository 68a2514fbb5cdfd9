package org.unknot.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unknot.audit.Audit.Action;
import org.unknot.audit.Audit.Entry;
import org.unknot.shared.PersonId;

class LookTests {

    private static final PersonId THEO = new PersonId(UUID.fromString("0190a8c0-0000-7000-8000-000000000001"));
    private static final PersonId PRIYA = new PersonId(UUID.fromString("0190a8c0-0000-7000-8000-000000000002"));

    @Test
    void onePageThatIsOpenedIsOneLine() {
        List<Look> looks = Look.of(
                List.of(read(THEO, "09:02", "CONTACT"), read(THEO, "09:01", "PROGRAM"), read(THEO, "09:01", "TRIAGE")));

        assertThat(looks).hasSize(1);
        assertThat(looks.getFirst().purposes()).containsExactly("TRIAGE", "PROGRAM", "CONTACT");
        assertThat(looks.getFirst().from()).isEqualTo(at("09:01"));
        assertThat(looks.getFirst().until()).isEqualTo(at("09:02"));
    }

    @Test
    void whoComesBackLaterOrIsSomebodyElseIsALineOfTheirOwn() {
        assertThat(Look.of(List.of(read(THEO, "09:31", "TRIAGE"), read(THEO, "09:00", "TRIAGE"))))
                .hasSize(2);
        assertThat(Look.of(List.of(read(THEO, "09:30", "TRIAGE"), read(THEO, "09:00", "TRIAGE"))))
                .hasSize(1);
        assertThat(Look.of(List.of(read(THEO, "09:01", "TRIAGE"), read(PRIYA, "09:00", "TRIAGE"))))
                .hasSize(2);
        assertThat(Look.of(List.of(
                        read(THEO, "09:02", "TRIAGE"), read(PRIYA, "09:01", "TRIAGE"), read(THEO, "09:00", "HEAT"))))
                .hasSize(3);
    }

    @Test
    void whatWasRefusedChangedOrDoneInAnEmergencyIsNotHiddenAmongLooks() {
        Entry looked = read(THEO, "09:03", "TRIAGE");
        Entry refused = entry("09:02", Action.READ, "CHART", false, Optional.empty());
        Entry changed = entry("09:01", Action.CHANGE, "PROGRAM", true, Optional.empty());
        Entry broke = entry("09:01", Action.BREAK_GLASS, "CHART", true, Optional.of("Fell down in the gym"));
        Entry brokeAgain = entry("09:00", Action.BREAK_GLASS, "CHART", true, Optional.of("Fell down in the gym"));

        assertThat(Look.of(List.of(looked, refused, changed, broke, brokeAgain)))
                .hasSize(5);
    }

    private static Entry read(PersonId actor, String time, String purpose) {
        return new Entry(1, at(time), Optional.of(actor), Action.READ, purpose, true, Optional.empty());
    }

    private static Entry entry(String time, Action action, String purpose, boolean allowed, Optional<String> reason) {
        return new Entry(1, at(time), Optional.of(THEO), action, purpose, allowed, reason);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + ":00Z");
    }
}
