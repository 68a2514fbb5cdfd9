package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.moments.support.Now;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.heat.Wish;
import org.unknot.shared.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of each kind that may knock, as real people with real cookies, and whose records there are: everybody's own, one of a person
 * with whom they have all to do that their kind can have, and one of somebody with whom they have nothing to do.
 */
final class Cast {

    /** Who knocks: the columns of the matrix. */
    enum Who {
        NOBODY,
        GUEST,
        PATIENT,
        WEAK_OT,
        CARER,
        CARER_ACTING,
        GUARDIAN,
        SOFT_TISSUE_OT,
        EXERCISE_PHYSIOLOGIST,
        PERSONAL_TRAINER,
        CLASS_LEAD,
        FRONT_DESK,
        OWNER,
        AUDITOR;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Set<String> ONLY_WITH_ACCOUNT = Set.of("person", "tie", "offer");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String base;
    private final SignedInAs signedIn;
    private final Map<Who, String> cookies = new EnumMap<>(Who.class);
    private final Map<Who, String> ownerCookies = new EnumMap<>(Who.class);
    private final Map<String, String> courses = new HashMap<>();
    private final Map<Who, PersonId> people = new EnumMap<>(Who.class);
    private final Somebody patient;
    private final Somebody child;
    private final Somebody stranger;

    Cast(ApplicationContext context, int port) {
        base = "http://localhost:" + port;
        signedIn = new SignedInAs(context);
        patient = signedIn.patientWhoConsents();
        stranger = signedIn.patientWhoConsents();
        child = signedIn.with();
        Now now = context.getBean(Now.class);
        context.getBean(ConsentsGiven.class)
                .tellAge(child.person(), Optional.of(now.today().plusYears(2)), now.instant(), child.person());
        add(Who.PATIENT, signedIn.with(), Optional.empty());
        add(Who.CARER, signedIn.with(), Optional.of(Relationship.CARER));
        add(Who.GUARDIAN, signedIn.with(), Optional.of(Relationship.GUARDIAN));
        add(Who.SOFT_TISSUE_OT, signedIn.with(Role.SOFT_TISSUE_OT), Optional.of(Relationship.TREATS));
        add(Who.EXERCISE_PHYSIOLOGIST, signedIn.with(Role.EXERCISE_PHYSIOLOGIST), Optional.of(Relationship.TREATS));
        add(Who.PERSONAL_TRAINER, signedIn.with(Role.PERSONAL_TRAINER), Optional.of(Relationship.TREATS));
        add(Who.CLASS_LEAD, signedIn.with(Role.CLASS_LEAD), Optional.of(Relationship.LEADS_CLASS));
        add(Who.FRONT_DESK, signedIn.with(Role.FRONT_DESK), Optional.empty());
        add(Who.OWNER, signedIn.with(Role.OWNER), Optional.empty());
        add(Who.AUDITOR, signedIn.with(Role.AUDITOR), Optional.empty());
        Somebody weak = signedIn.with(Role.SOFT_TISSUE_OT);
        add(Who.WEAK_OT, weak, Optional.of(Relationship.TREATS));
        cookies.put(Who.WEAK_OT, SecurityConfiguration.SESSION_COOKIE + "=" + signedIn.weakSession(weak.person()));
        Somebody acting = signedIn.with();
        add(Who.CARER_ACTING, acting, Optional.of(Relationship.CARER));
        cookies.put(
                Who.CARER_ACTING,
                SecurityConfiguration.SESSION_COOKIE + "=" + signedIn.actingFor(acting, patient.person()));
        cookies.put(Who.NOBODY, "");
        cookies.put(Who.GUEST, signedIn.guestCookie());
        ownerCookies.put(Who.GUEST, Objects.requireNonNull(cookies.get(Who.GUEST)));
    }

    private void add(Who who, Somebody somebody, Optional<Relationship> relationship) {
        relationship.ifPresent(kind -> signedIn.relate(related(who), somebody, kind));
        cookies.put(who, somebody.cookieHeader());
        ownerCookies.put(who, somebody.cookieHeader());
        people.put(who, somebody.person());
    }

    /** With whom this kind has most to do. */
    private Somebody related(Who who) {
        return who == Who.GUARDIAN ? child : patient;
    }

    /**
     * The id of something that the owner of a record has; empty where they have none to show.
     *
     * @param what {@code person}, or what a {@code script}, {@code course}, {@code tie} and so on is called that they make now
     * @param record {@code own}, {@code related} or {@code unrelated}
     */
    Optional<String> idOf(String what, Who who, String record) throws Exception {
        Optional<String> owner = Optional.ofNullable(ownerCookies.get(who));
        Optional<PersonId> person = Optional.ofNullable(people.get(who));
        if (!record.equals("own")) {
            Somebody other = record.equals("related") ? related(who) : stranger;
            owner = Optional.of(other.cookieHeader());
            person = Optional.of(other.person());
        }
        if (what.equals("device")) {
            // Only a guest's second device is let in by a link; who has an account signs in there.
            owner = record.equals("own")
                    ? owner.filter(cookie -> who == Who.GUEST)
                    : Optional.of(signedIn.guestCookie());
        }
        if (owner.isEmpty() || person.isEmpty() && ONLY_WITH_ACCOUNT.contains(what)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (what) {
                    case "script" -> script(owner.get());
                    case "course" -> course(owner.get());
                    case "shared", "link" -> shared(owner.get(), what);
                    case "device" -> device(owner.get());
                    case "tie" -> signedIn.tie(person.get()).toString();
                    case "offer" -> signedIn.offer(person.get());
                    default -> person.get().value().toString();
                });
    }

    private String shared(String cookie, String what) throws Exception {
        answerNoToEverything(cookie);
        HttpResponse<String> links = send(cookie, "POST", "/plan/links", "days=7");
        return found(what.equals("link") ? "/plan/links/([0-9a-f-]{36})/ending" : "/shared/([A-Za-z0-9_-]+)", links);
    }

    private String device(String cookie) throws Exception {
        return found("/device/([A-Za-z0-9_-]+)", send(cookie, "POST", "/device", ""));
    }

    private static String found(String pattern, HttpResponse<String> answer) {
        Matcher place = Pattern.compile(pattern).matcher(answer.body());
        if (!place.find()) {
            throw new AssertionError(answer.statusCode() + ": no " + pattern);
        }
        return place.group(1);
    }

    /** Knocks at an address as somebody. */
    HttpResponse<String> knock(Who who, String method, String address, @Nullable String body) throws Exception {
        return send(Objects.requireNonNull(cookies.get(who)), method, address, body);
    }

    /** A script that this person began. */
    private String script(String cookie) throws Exception {
        answerNoToEverything(cookie);
        String location = send(cookie, "POST", "/sessions", "")
                .headers()
                .firstValue("Location")
                .orElse("");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** A course of heat that this person began; one at a time is all that there can be. */
    private String course(String cookie) throws Exception {
        String begunBefore = courses.get(cookie);
        if (begunBefore != null) {
            return begunBefore;
        }
        answerNoToEverything(cookie);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        ObjectNode wish = JSON.createObjectNode().put("way", "pack").put("minutes", 15);
        ObjectNode answers = wish.putObject("answers");
        Wish.QUESTIONS.forEach(question -> answers.put(question.value(), "no"));
        HttpResponse<String> begun = send(cookie, "PUT", "/api/heat/courses/" + id, wish.toString());
        if (begun.statusCode() != 201) {
            throw new AssertionError(begun.statusCode() + " " + begun.body());
        }
        courses.put(cookie, id.toString());
        return id.toString();
    }

    private void answerNoToEverything(String cookie) throws Exception {
        ObjectNode answers = JSON.createObjectNode();
        JsonNode questions = JSON.readTree(
                send(cookie, "GET", "/api/triage/questionnaire", null).body());
        for (JsonNode question : questions.path("questions")) {
            String id = question.path("id").stringValue("");
            answers.put(id, id.startsWith("can-lie-") ? "yes" : "no");
        }
        ObjectNode body = JSON.createObjectNode();
        body.put("age", 35).put("pain", 4).put("durationDays", 1).set("answers", answers);
        HttpResponse<String> answered = send(cookie, "POST", "/api/answers", body.toString());
        if (answered.statusCode() != 200) {
            throw new AssertionError(answered.statusCode() + " " + answered.body());
        }
    }

    private HttpResponse<String> send(String cookie, String method, String address, @Nullable String body)
            throws Exception {
        return Knock.at(base, cookie, method, address, body);
    }
}
