package org.unknot.account.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.AccessDenied;
import org.unknot.account.Channel;
import org.unknot.account.ConsentAbout;
import org.unknot.account.ConsentText;
import org.unknot.account.ConsentTexts;
import org.unknot.account.Consents;
import org.unknot.account.Consents.Consent;
import org.unknot.account.Door;
import org.unknot.account.Gate;
import org.unknot.account.Purpose;
import org.unknot.account.Relationship;
import org.unknot.account.Relationships;
import org.unknot.account.StaffSight;
import org.unknot.account.Visitor;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;
import org.unknot.shared.Texts;

/** What the person agrees to, and exactly what the clinic sees when they do. It is asked in words that have versions. */
@Controller
@Door(Door.For.SIGNED_IN)
class ConsentController {

    private static final String CONSENT = "redirect:/account/consent";

    private final Consents consents;
    private final ConsentTexts words;
    private final Relationships relationships;
    private final Gate gate;
    private final Names names;
    private final Texts texts;

    ConsentController(
            Consents consents, ConsentTexts words, Relationships relationships, Gate gate, Names names, Texts texts) {
        this.consents = consents;
        this.words = words;
        this.relationships = relationships;
        this.gate = gate;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping("/account/consent")
    ModelAndView consent(Visitor visitor) {
        return page(visitor, false, HttpStatus.OK);
    }

    private ModelAndView page(Visitor visitor, boolean ageMissing, HttpStatus status) {
        PersonId person = visitor.person().orElseThrow(AccessDenied::new);
        gate.mayRead(visitor, person, Purpose.CONSENT);
        List<Consent> history = consents.history(person);
        boolean own = visitor.actor().filter(person::equals).isPresent();
        Map<String, Object> model = new HashMap<>();
        model.put(
                "asked", words.all().stream().map(text -> asked(text, history)).toList());
        model.put("sight", sight(person));
        model.put("ageTold", consents.ageIsTold(person));
        model.put("ageMissing", ageMissing);
        model.put("mayChoose", !own || !consents.underSixteen(person));
        model.put(
                "past",
                history.stream()
                        .filter(consent -> consent.withdrawnAt().isPresent())
                        .map(this::past)
                        .toList());
        return new ModelAndView("account/consent", model, status);
    }

    private ConsentPage.Asked asked(ConsentText text, List<Consent> history) {
        List<ConsentPage.Choice> choices = new ArrayList<>();
        for (Channel channel : text.choices().stream().sorted().toList()) {
            Optional<Consent> given = history.stream()
                    .filter(consent -> consent.about() == text.about() && consent.channel() == channel)
                    .filter(consent -> consent.withdrawnAt().isEmpty())
                    .findFirst();
            choices.add(new ConsentPage.Choice(
                    word(channel),
                    given.isPresent(),
                    given.map(consent ->
                                    texts.text("account.consent.given", names.of(consent.at()), names.of(consent.by())))
                            .orElse(""),
                    given.filter(consent -> consent.version() < text.version()).isPresent()));
        }
        return new ConsentPage.Asked(text, word(text.about()), choices);
    }

    private String past(Consent consent) {
        String about = texts.text("account.consent.past." + word(consent.about()));
        return texts.text(
                "account.consent.past",
                about,
                names.of(consent.at()),
                consent.withdrawnAt().map(names::of).orElse(""));
    }

    /** Made from the table that decides, so that it cannot say less than is true. */
    private List<ConsentPage.Sight> sight(PersonId person) {
        List<PersonId> team = relationships.of(person).stream()
                .filter(tie -> tie.kind() == Relationship.TREATS || tie.kind() == Relationship.LEADS_CLASS)
                .map(Relationships.Tie::other)
                .toList();
        return StaffSight.withConsent().stream()
                .map(sight -> new ConsentPage.Sight(
                        names.of(sight.role()),
                        sight.sees().stream()
                                .sorted()
                                .map(purpose -> texts.text("account.what." + word(purpose)))
                                .collect(Collectors.joining(", ")),
                        sight.ofThePersonsOwn() ? names.among(team, sight.role()) : List.of()))
                .toList();
    }

    @PostMapping("/account/consents")
    String give(
            Visitor visitor,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "none") String channel,
            @RequestParam(defaultValue = "0") int version) {
        ConsentAbout asked = about(about);
        if (version != words.about(asked).version()) {
            throw new BadInput("version", "the version that is on the page now", "1");
        }
        consents.give(visitor, visitor.person().orElseThrow(AccessDenied::new), asked, channel(channel), version);
        return CONSENT;
    }

    @PostMapping("/account/consents/withdrawal")
    String withdraw(
            Visitor visitor,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "none") String channel) {
        consents.withdraw(visitor, visitor.person().orElseThrow(AccessDenied::new), about(about), channel(channel));
        return CONSENT;
    }

    /** Asked once, before the first consent: for a child a guardian decides. */
    @PostMapping("/account/age")
    ModelAndView age(
            Visitor visitor,
            @RequestParam(defaultValue = "") String sixteen,
            @RequestParam(defaultValue = "") String on) {
        Optional<LocalDate> day = day(on);
        boolean missing = !sixteen.equals("yes") && (!sixteen.equals("no") || day.isEmpty());
        if (missing) {
            return page(visitor, true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            consents.tellAge(
                    visitor,
                    visitor.person().orElseThrow(AccessDenied::new),
                    sixteen.equals("yes") ? Optional.empty() : day);
        } catch (BadInput notSoon) {
            return page(visitor, true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView(CONSENT);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty(); // the page asks again
        }
    }

    private static ConsentAbout about(String word) {
        return Arrays.stream(ConsentAbout.values())
                .filter(about -> word(about).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput("about", "clinic-sees-record or reminders", "reminders"));
    }

    private static Channel channel(String word) {
        return Arrays.stream(Channel.values())
                .filter(channel -> word(channel).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput("channel", "email, phone, push or none", "email"));
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
