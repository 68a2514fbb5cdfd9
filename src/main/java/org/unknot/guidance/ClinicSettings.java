package org.unknot.guidance;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clinic behind this installation: as its operator set it under {@code unknot.clinic}, until the owner sets it on the page
 * for that; everything may be empty. The program ships with no clinic, no telephone number and no outside link of its own.
 *
 * @param booking address of a page where one books; https only
 * @param localePack id of a file of content/locale, such as {@code en-au}; empty means: no number is shown
 * @param links outside pages and apps, each shown on one topic
 * @param welcome what the clinic says to people who look for it, in its own words
 * @param zone the IANA name of the clinic's time zone, such as {@code Europe/London}; empty means: as the program was started
 * @param says texts in the clinic's own words, each shown at one place
 */
@ConfigurationProperties("unknot.clinic")
public record ClinicSettings(
        @DefaultValue("") String name,
        @DefaultValue("") String phone,
        @DefaultValue("") String email,
        @DefaultValue("") String address,
        @Nullable URI booking,
        @DefaultValue("") String localePack,
        @DefaultValue List<Link> links,
        @DefaultValue("") String welcome,
        @DefaultValue("") String zone,
        @DefaultValue Says says) {

    private static final Pattern PHONE = Pattern.compile("|\\+?[0-9][0-9 ]{1,18}");
    private static final Pattern EMAIL = Pattern.compile("|[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 600;
    private static final int MOST_LINKS = 20;

    public ClinicSettings {
        links = List.copyOf(links);
        zone = Objects.requireNonNullElse(zone, ""); // what was kept before there was a choice has none
        says = Objects.requireNonNullElse(says, Says.NOTHING);
        List<Flaw> flaws = flaws(name, phone, email, address, booking, links, welcome, zone);
        says.byField().forEach((field, text) -> longText(field, text).ifPresent(flaws::add));
        if (!flaws.isEmpty()) {
            throw new Unusable(flaws);
        }
    }

    /**
     * A page or an app outside, which we neither run nor vouch for.
     *
     * @param off kept for later, and shown nowhere for now
     */
    public record Link(String topic, String title, URI address, boolean off) {}

    /**
     * What the clinic says in its own words; an empty text is shown nowhere.
     *
     * @param hours when somebody is there; beside the contact
     * @param visit how to get there and what to bring; beside the contact
     * @param signIn on the page to sign in
     * @param privacy whom to ask about one's data; on the page about it
     * @param letters below each letter
     */
    public record Says(
            @DefaultValue("") String hours,
            @DefaultValue("") String visit,
            @DefaultValue("") String signIn,
            @DefaultValue("") String privacy,
            @DefaultValue("") String letters) {

        public static final Says NOTHING = new Says("", "", "", "", "");

        /** In the order of the form. */
        public Map<String, String> byField() {
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put("hours", hours);
            texts.put("visit", visit);
            texts.put("sign-in", signIn);
            texts.put("privacy", privacy);
            texts.put("letters", letters);
            return texts;
        }
    }

    /**
     * What is wrong with one of the settings.
     *
     * @param field as the record names it, such as {@code phone}
     */
    public record Flaw(String field, String expected, String example, String got) {}

    /** Settings that cannot be used, with everything that is wrong with them. */
    public static final class Unusable extends IllegalArgumentException {

        private final transient List<Flaw> flaws;

        Unusable(List<Flaw> flaws) {
            super(flaws.stream()
                    .map(flaw -> "unknot.clinic." + flaw.field() + ": expected " + flaw.expected() + ", for example "
                            + flaw.example() + "; got: " + flaw.got())
                    .collect(Collectors.joining("\n")));
            this.flaws = List.copyOf(flaws);
        }

        public List<Flaw> flaws() {
            return flaws;
        }
    }

    private static List<Flaw> flaws(
            String name,
            String phone,
            String email,
            String address,
            @Nullable URI booking,
            List<Link> links,
            String text,
            String zone) {
        List<Flaw> flaws = new ArrayList<>();
        if (!oneLine(name)) {
            flaws.add(new Flaw("name", "at most 200 letters in one line", "Riverbend Back Clinic", name));
        }
        if (!PHONE.matcher(phone).matches()) {
            flaws.add(new Flaw("phone", "digits and spaces", "+61 2 5550 0100", phone));
        }
        if (!EMAIL.matcher(email).matches() || !oneLine(email)) {
            flaws.add(new Flaw("email", "an address", "desk@clinic.example", email));
        }
        if (!oneLine(address)) {
            flaws.add(new Flaw("address", "at most 200 letters in one line", "1 River Street, Riverbend", address));
        }
        if (booking != null && !isHttps(booking)) {
            flaws.add(new Flaw("booking", "an https address", "https://clinic.example/book", booking.toString()));
        }
        if (links.size() > MOST_LINKS) {
            flaws.add(new Flaw("links", "at most 20 links", "3", Integer.toString(links.size())));
        }
        links.stream()
                .filter(link -> !isHttps(link.address()) || link.title().isBlank() || !oneLine(link.title()))
                .map(link -> new Flaw(
                        "links",
                        "an https address and a title of at most 200 letters",
                        "https://app.example",
                        link.address().toString()))
                .forEach(flaws::add);
        longText("welcome", text).ifPresent(flaws::add);
        if (!zone.isEmpty() && !Zones.names().contains(zone)) {
            flaws.add(new Flaw("zone", "a time zone from the list", Zones.EXAMPLE, zone));
        }
        return flaws;
    }

    private static Optional<Flaw> longText(String field, String text) {
        boolean fits = text.length() <= LONGEST_TEXT
                && text.replace("\n", "").codePoints().noneMatch(Character::isISOControl);
        return fits
                ? Optional.empty()
                : Optional.of(
                        new Flaw(field, "at most 600 letters", "We are glad to see you.", text.length() + " letters"));
    }

    private static boolean oneLine(String text) {
        return text.length() <= LONGEST_LINE && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** Whether there is any way to reach the clinic. */
    public boolean reachable() {
        return !phone.isEmpty() || !email.isEmpty() || booking != null;
    }

    /** Empty where nobody set one. */
    public Optional<ZoneId> ownZone() {
        return zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone));
    }

    public Optional<URI> bookingLink() {
        return Optional.ofNullable(booking);
    }

    /** The phone number as a telephone link takes it. */
    public String dial() {
        return phone.replace(" ", "");
    }

    public List<Link> linksOf(String topic) {
        return links.stream()
                .filter(link -> link.topic().equals(topic) && !link.off())
                .toList();
    }

    private static boolean isHttps(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null;
    }
}
