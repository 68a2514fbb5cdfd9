package org.unknot.guidance;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clinic behind this installation, as its operator set it under {@code unknot.clinic}; everything may be empty. The program
 * ships with no clinic, no telephone number and no outside link of its own.
 *
 * @param booking address of a page where one books; https only
 * @param localePack id of a file of content/locale, such as {@code en-au}; empty means: no number is shown
 * @param links outside pages and apps, each shown on one topic
 */
@ConfigurationProperties("unknot.clinic")
public record ClinicSettings(
        @DefaultValue("") String name,
        @DefaultValue("") String phone,
        @DefaultValue("") String email,
        @DefaultValue("") String address,
        @Nullable URI booking,
        @DefaultValue("") String localePack,
        @DefaultValue List<Link> links) {

    private static final Pattern PHONE = Pattern.compile("|\\+?[0-9][0-9 ]{1,18}");
    private static final Pattern EMAIL = Pattern.compile("|[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    public ClinicSettings {
        links = List.copyOf(links);
        List<String> problems = new ArrayList<>();
        if (!PHONE.matcher(phone).matches()) {
            problems.add("unknot.clinic.phone: expected digits and spaces, for example +61 2 5550 0100; got: " + phone);
        }
        if (!EMAIL.matcher(email).matches()) {
            problems.add("unknot.clinic.email: expected an address, for example desk@clinic.example; got: " + email);
        }
        if (booking != null && !isHttps(booking)) {
            problems.add(
                    "unknot.clinic.booking: expected an https address, for example https://clinic.example/book; got: "
                            + booking);
        }
        for (Link link : links) {
            if (!isHttps(link.address())) {
                problems.add("unknot.clinic.links: expected an https address, for example https://app.example; got: "
                        + link.address());
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** A page or an app outside, which we neither run nor vouch for. */
    public record Link(String topic, String title, URI address) {}

    /** Whether there is any way to reach the clinic. */
    public boolean reachable() {
        return !phone.isEmpty() || !email.isEmpty() || booking != null;
    }

    public Optional<URI> bookingLink() {
        return Optional.ofNullable(booking);
    }

    /** The phone number as a telephone link takes it. */
    public String dial() {
        return phone.replace(" ", "");
    }

    public List<Link> linksOf(String topic) {
        return links.stream().filter(link -> link.topic().equals(topic)).toList();
    }

    private static boolean isHttps(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null;
    }
}
