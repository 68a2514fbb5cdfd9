package org.unknot.clinic.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Accounts;
import org.unknot.account.Contact;
import org.unknot.account.Door;
import org.unknot.account.Gate;
import org.unknot.account.Purpose;
import org.unknot.account.Role;
import org.unknot.account.Visitor;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Broken;
import org.unknot.audit.Audit.Cursor;
import org.unknot.audit.Audit.Entry;
import org.unknot.clinic.web.TrailPage.Line;
import org.unknot.shared.PersonId;
import org.unknot.shared.Texts;

/** Who looked at whom: for the owner and the auditor, who never see what was there to look at. */
@Controller
class AuditController {

    private static final Duration LATELY = Duration.ofDays(90);
    private static final int MOST = 50;

    private final Shells shells;
    private final Audit audit;
    private final Gate gate;
    private final Accounts accounts;
    private final ClinicTime times;
    private final Texts texts;
    private final Now now;

    AuditController(Shells shells, Audit audit, Gate gate, Accounts accounts, ClinicTime times, Texts texts, Now now) {
        this.shells = shells;
        this.audit = audit;
        this.gate = gate;
        this.accounts = accounts;
        this.times = times;
        this.texts = texts;
        this.now = now;
    }

    /** Verifying reads every entry there is, so it is done when it is asked for. */
    @GetMapping("/staff/audit")
    @Door(
            value = Door.For.STAFF,
            roles = {Role.OWNER, Role.AUDITOR})
    ModelAndView audit(
            Visitor visitor,
            @RequestParam(defaultValue = "false") boolean verify,
            @RequestParam(defaultValue = "") String person) {
        Shell shell = shells.of(visitor, Shell.Entry.AUDIT);
        if (person.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return new ModelAndView("redirect:/staff/audit/people/" + person);
        }
        List<Line> glasses = audit.breakGlasses(now.instant().minus(LATELY), MOST).stream()
                .map(glass -> line(glass.subject(), glass.entry()))
                .toList();
        List<Broken> broken = verify ? audit.broken() : List.of();
        return new ModelAndView(
                "clinic/audit",
                Map.of(
                        "shell", shell,
                        "glasses", glasses,
                        "verified", verify,
                        "broken",
                                broken.stream()
                                        .map(it -> new TrailPage.BrokenChain(
                                                it.subject().value(),
                                                it.entry(),
                                                word(it.how().name())))
                                        .toList(),
                        "asked", person));
    }

    @GetMapping("/staff/audit/people/{id}")
    @Door(
            value = Door.For.STAFF,
            roles = {Role.OWNER, Role.AUDITOR})
    ModelAndView trail(Visitor visitor, @PathVariable UUID id, @RequestParam(required = false) Optional<Long> before) {
        PersonId person = new PersonId(id);
        Shell shell = shells.of(visitor, Shell.Entry.AUDIT);
        gate.mayRead(visitor, person, Purpose.TRAIL);
        List<Entry> entries = audit.trail(person, before.map(Cursor::new), MOST);
        List<Line> lines = entries.stream().map(entry -> line(person, entry)).toList();
        Optional<Long> older = entries.size() < MOST
                ? Optional.empty()
                : Optional.of(entries.getLast().n());
        return new ModelAndView("clinic/trail", Map.of("shell", shell, "trail", new TrailPage(id, lines, older)));
    }

    private Line line(PersonId subject, Entry entry) {
        return new Line(
                subject.value(),
                times.inWords(entry.at()),
                entry.actor().map(actor -> name(actor, subject)).orElse(""),
                entry.actor().filter(subject::equals).isPresent(),
                word(entry.action().name()),
                what(entry.purpose()),
                entry.allowed(),
                entry.reason().orElse(""));
    }

    /** Staff by name, for their work is what is looked at; somebody without a name by the beginning of their id. */
    private String name(PersonId actor, PersonId subject) {
        String id = actor.value().toString();
        return actor.equals(subject)
                ? id
                : accounts.contact(actor).flatMap(Contact::name).orElseGet(() -> id.substring(0, 8));
    }

    private String what(String purpose) {
        String key = "clinic.what." + word(purpose);
        return texts.text(texts.has(key) ? key : "clinic.what.other");
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
