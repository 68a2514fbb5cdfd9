package org.unknot.clinic.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.unknot.guidance.ClinicSettings;
import org.unknot.guidance.ClinicSettings.Flaw;
import org.unknot.guidance.ClinicSettings.Link;
import org.unknot.guidance.ClinicSettings.Says;
import org.unknot.guidance.ClinicSettings.Unusable;
import org.unknot.guidance.Guidance;
import org.unknot.guidance.Zones;

/**
 * The settings as they stand in the form: what was typed stays there, right or wrong, and each mistake is told at its field.
 *
 * @param values by field
 * @param links a line each, the last ones empty for new links
 * @param settings empty where something cannot be used
 */
public record SettingsForm(
        Map<String, String> values, List<Row> links, List<Flaw> flaws, Optional<ClinicSettings> settings) {

    /** Fields of one line or one text each, in the order of the page. */
    public static final List<String> FIELDS = List.of("name", "phone", "email", "address", "booking");

    /** Texts of more than one line, with where each is shown, in the order of the page. */
    public static final List<String> TEXTS = List.of("welcome", "hours", "visit", "sign-in", "privacy", "letters");

    private static final int SPARE = 2;

    public SettingsForm {
        values = Map.copyOf(values);
        links = List.copyOf(links);
        flaws = List.copyOf(flaws);
    }

    /** A link as typed. */
    public record Row(String topic, String title, String address, boolean off) {

        static final Row EMPTY = new Row("", "", "", false);

        boolean isEmpty() {
            return title.isBlank() && address.isBlank();
        }
    }

    /**
     * The zone that holds now, what its clocks show, and all there are to choose from.
     *
     * @param name such as {@code Europe/London}
     */
    public record Zone(String name, String time, List<String> places) {

        public Zone {
            places = List.copyOf(places);
        }
    }

    /** That somebody set them: when, who, and what in short. */
    public record Change(UUID id, String at, String by, List<String> said, boolean holds) {}

    static SettingsForm of(ClinicSettings settings) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", settings.name());
        values.put("phone", settings.phone());
        values.put("email", settings.email());
        values.put("address", settings.address());
        values.put("booking", settings.bookingLink().map(URI::toString).orElse(""));
        values.put("welcome", settings.welcome());
        values.put("pack", settings.localePack());
        values.put("zone", settings.zone());
        values.putAll(settings.says().byField());
        List<Row> links = settings.links().stream()
                .map(link -> new Row(link.topic(), link.title(), link.address().toString(), link.off()))
                .toList();
        return new SettingsForm(values, withSpare(links), List.of(), Optional.of(settings));
    }

    static SettingsForm read(MultiValueMap<String, String> sent, Guidance guidance) {
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field, first(sent, field)));
        TEXTS.forEach(field -> values.put(field, first(sent, field)));
        String pack = first(sent, "pack");
        values.put("pack", pack);
        String zone = Zones.named(first(sent, "zone"));
        values.put("zone", zone);
        List<Row> rows = rows(sent);
        List<Flaw> flaws = new ArrayList<>();
        if (!pack.isEmpty() && guidance.localePack(pack).isEmpty()) {
            flaws.add(new Flaw("pack", "one of the countries on the page", "en-au", pack));
        }
        String book = first(sent, "booking");
        URI booking = book.isEmpty() ? null : address(book, "booking", flaws);
        List<Link> links = new ArrayList<>();
        for (Row row : rows) {
            URI address = address(row.address(), "links", flaws);
            if (guidance.topic(row.topic()).isEmpty()) {
                flaws.add(new Flaw("links", "a page of ours to show it on", "stress", row.topic()));
            } else if (address != null) {
                links.add(new Link(row.topic(), row.title(), address, row.off()));
            }
        }
        try {
            ClinicSettings settings = new ClinicSettings(
                    first(sent, "name"),
                    first(sent, "phone"),
                    first(sent, "email"),
                    first(sent, "address"),
                    booking,
                    pack,
                    links,
                    first(sent, "welcome"),
                    zone,
                    new Says(
                            first(sent, "hours"),
                            first(sent, "visit"),
                            first(sent, "sign-in"),
                            first(sent, "privacy"),
                            first(sent, "letters")));
            return new SettingsForm(
                    values, withSpare(rows), flaws, flaws.isEmpty() ? Optional.of(settings) : Optional.empty());
        } catch (Unusable unusable) {
            flaws.addAll(unusable.flaws());
            return new SettingsForm(values, withSpare(rows), flaws, Optional.empty());
        }
    }

    private static List<Row> rows(MultiValueMap<String, String> sent) {
        List<String> titles = sent.getOrDefault("link-title", List.of());
        List<String> topics = sent.getOrDefault("link-topic", List.of());
        List<String> addresses = sent.getOrDefault("link-address", List.of());
        List<String> offs = sent.getOrDefault("link-off", List.of());
        List<Row> rows = new ArrayList<>();
        for (int n = 0; n < titles.size() && n < topics.size() && n < addresses.size(); n++) {
            rows.add(new Row(
                    topics.get(n).strip(),
                    titles.get(n).strip(),
                    addresses.get(n).strip(),
                    n < offs.size() && offs.get(n).equals("true")));
        }
        rows.removeIf(Row::isEmpty);
        return rows;
    }

    private static List<Row> withSpare(List<Row> rows) {
        List<Row> all = new ArrayList<>(rows);
        for (int n = 0; n < SPARE; n++) {
            all.add(Row.EMPTY);
        }
        return all;
    }

    private static @Nullable URI address(String typed, String field, List<Flaw> flaws) {
        try {
            return URI.create(typed);
        } catch (IllegalArgumentException notAnAddress) {
            flaws.add(new Flaw(field, "an https address", "https://clinic.example/book", typed));
            return null;
        }
    }

    /** Browsers send the ends of lines as they like. */
    private static String first(MultiValueMap<String, String> sent, String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean wrong(String field) {
        return flaws.stream().anyMatch(flaw -> flaw.field().equals(field));
    }

    /** The first mistake at this field. */
    public Optional<Flaw> flaw(String field) {
        return flaws.stream().filter(flaw -> flaw.field().equals(field)).findFirst();
    }
}
