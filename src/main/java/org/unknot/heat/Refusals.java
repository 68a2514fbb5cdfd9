package org.unknot.heat;

import java.util.List;
import org.unknot.triage.Level;

/** The rule book of heat. Who adds a rule adds a value, and a row to docs/clinical/heat-rules.csv. */
final class Refusals {

    private static final String LIE = "/lie";
    private static final String QUIET = "/quiet";
    private static final String DOCTOR = "/doctor?level=same-day";

    /** Deny where triage cannot decide: nothing told, a danger question open, or answers past their time. */
    static final Refusal NOT_ASKED =
            new Refusal("not-asked", "J-answers", "/call-now", it -> it.level().isEmpty());

    static final Refusal LEVEL = new Refusal(
            "level",
            "J-levels",
            "/result",
            it -> it.level().filter(level -> level != Level.EMERGENCY_NOW).isPresent() && !it.levelClears());

    static final Refusal EMERGENCY = new Refusal(
            "emergency",
            "J-levels",
            "/emergency",
            it -> it.level().filter(level -> level == Level.EMERGENCY_NOW).isPresent());

    /** Pain that ran down the leg is asked about again before anything but ease. */
    static final Refusal SPREAD =
            new Refusal("spread", "J-direction", "/call-now", it -> it.level().isPresent() && it.held());

    static final Refusal FEVER = Refusal.onYes("fever", "S39", DOCTOR);
    static final Refusal REDUCED_FEELING = Refusal.onYes("reduced-feeling", "S39", LIE);
    static final Refusal POOR_CIRCULATION = Refusal.onYes("poor-circulation", "S39", LIE);
    static final Refusal SKIN_BROKEN = Refusal.onYes("skin-broken", "S39", LIE);
    static final Refusal RUB_OR_PATCH = Refusal.onYes("heat-rub-or-patch", "S39", LIE);
    static final Refusal SLEEPY = Refusal.onYes("sleepy-or-alcohol", "S43", QUIET);
    static final Refusal CANCER_OR_RADIATION = Refusal.onYes("cancer-or-radiation-site", "S39", LIE);
    static final Refusal FRESH_SWELLING = Refusal.onYes("fresh-swelling", "S41", LIE);

    /** No hot tub, no bath: a short, local pack only (docs/clinical/sources.md#heat). */
    static final Refusal PREGNANT_WATER = new Refusal(
            "pregnant-water",
            "S42",
            "/heat/courses/new?way=pack&minutes=15",
            it -> it.isPregnant() && it.wishes(wish -> wish.way().inWater()));

    static final Refusal PREGNANT_LONG = new Refusal(
            "pregnant-long",
            "S42",
            "/heat/courses/new?way=pack&minutes=15",
            it -> it.isPregnant() && it.wishes(wish -> !wish.way().inWater() && wish.minutes() > 15));

    /** The skin rests for an hour. */
    static final Refusal TOO_SOON = new Refusal(
            "too-soon",
            "J-heat",
            QUIET,
            it -> it.restsUntil().filter(until -> it.now().isBefore(until)).isPresent());

    /** The most urgent first. */
    static final List<Refusal> ALL = List.of(
            EMERGENCY,
            NOT_ASKED,
            LEVEL,
            SPREAD,
            FEVER,
            REDUCED_FEELING,
            POOR_CIRCULATION,
            SKIN_BROKEN,
            RUB_OR_PATCH,
            SLEEPY,
            CANCER_OR_RADIATION,
            FRESH_SWELLING,
            PREGNANT_WATER,
            PREGNANT_LONG,
            TOO_SOON);

    private Refusals() {}

    static List<Refusal> of(Case it) {
        return ALL.stream().filter(rule -> rule.speaks(it)).toList();
    }
}
