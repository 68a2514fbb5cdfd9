package org.unknot.clinic;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.AccessDenied;
import org.unknot.account.Accounts;
import org.unknot.account.BreakGlass;
import org.unknot.account.Contact;
import org.unknot.account.Directory;
import org.unknot.account.EmailAddress;
import org.unknot.account.Gate;
import org.unknot.account.InTurn;
import org.unknot.account.Purpose;
import org.unknot.account.Relationship;
import org.unknot.account.Relationships;
import org.unknot.account.Relationships.Tie;
import org.unknot.account.Visitor;
import org.unknot.program.Program;
import org.unknot.program.Programs;
import org.unknot.shared.Answer;
import org.unknot.shared.PersonId;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Question;
import org.unknot.triage.Reason;
import org.unknot.triage.Triage;
import org.unknot.triage.Triaged;

/**
 * The people whom a member of staff has to do with, and as much of each as the gate opens to them: every part is asked for by
 * itself, with its own purpose, and what is not open is not there.
 */
@Component
public class Roster {

    private static final Set<Purpose> SHOWN =
            Set.of(Purpose.CONTACT, Purpose.TRIAGE, Purpose.PROGRAM, Purpose.SESSION, Purpose.HEAT, Purpose.TEAM);

    private final Relationships relationships;
    private final Directory directory;
    private final Accounts accounts;
    private final BreakGlass glass;
    private final Gate gate;
    private final Triage triage;
    private final Programs programs;
    private final Histories histories;

    Roster(
            Relationships relationships,
            Directory directory,
            Accounts accounts,
            BreakGlass glass,
            Gate gate,
            Triage triage,
            Programs programs,
            Histories histories) {
        this.relationships = relationships;
        this.directory = directory;
        this.accounts = accounts;
        this.glass = glass;
        this.gate = gate;
        this.triage = triage;
        this.programs = programs;
        this.histories = histories;
    }

    /**
     * Somebody on a list.
     *
     * @param contact empty while the person has not said that the clinic may see them
     */
    public record Listed(
            PersonId person, Optional<Contact> contact, Optional<Relationship> kind, Optional<Instant> since) {

        public String name() {
            return contact.flatMap(Contact::name).orElse("");
        }
    }

    /** A person's page, as far as it is open; a part that is not open is empty. */
    public record Sheet(
            PersonId person,
            Set<Purpose> open,
            Optional<Contact> contact,
            Optional<Triaged> triaged,
            List<Sign> signs,
            Optional<Program> program,
            Histories.History history,
            List<Carer> team,
            boolean mayAssign) {

        public Sheet {
            open = Set.copyOf(open);
            signs = List.copyOf(signs);
            team = List.copyOf(team);
        }

        public boolean shows(Purpose purpose) {
            return open.contains(purpose);
        }
    }

    /**
     * What spoke for the level: the rule, and where it goes by a single question, that question and what was answered to it.
     */
    public record Sign(Reason reason, Optional<Question> question, Optional<Answer> answer) {}

    /** Who of the staff treats the person or leads their class. */
    public record Carer(UUID tie, String name, Relationship kind, Instant since) {}

    /** Whom this member of staff treats, trains or leads, by name. */
    @Transactional
    public List<Listed> mine(Visitor visitor) {
        PersonId self = visitor.actor().orElseThrow(AccessDenied::new);
        return relationships.by(self).stream()
                .filter(tie -> tie.kind() == Relationship.TREATS || tie.kind() == Relationship.LEADS_CLASS)
                .sorted(Comparator.comparing(Tie::person, InTurn.ONE_ORDER))
                .map(tie -> new Listed(
                        tie.person(),
                        contact(visitor, tie.person()),
                        Optional.of(tie.kind()),
                        Optional.of(tie.addedAt())))
                .sorted(Comparator.comparing(Listed::name))
                .toList();
    }

    private Optional<Contact> contact(Visitor visitor, PersonId person) {
        if (!gate.readable(visitor, person).contains(Purpose.CONTACT)) {
            return Optional.empty();
        }
        gate.mayRead(visitor, person, Purpose.CONTACT);
        return accounts.contact(person);
    }

    /** Whether this member of staff may look for others. */
    public boolean maySearch(Visitor visitor) {
        return directory.isFor(visitor);
    }

    /** Found by name or contact; see {@link Directory#find}. */
    @Transactional
    public List<Listed> find(Visitor visitor, String letters) {
        return directory.find(visitor, letters).stream()
                .map(found ->
                        new Listed(found.person(), Optional.of(found.contact()), Optional.empty(), Optional.empty()))
                .toList();
    }

    /** Whether the visitor could open a record in an emergency. */
    public boolean mayBreakGlass(Visitor visitor) {
        return glass.isFor(visitor);
    }

    /**
     * Opens a person's record in an emergency.
     *
     * @param contact e-mail as the person gave it
     * @return whose it is; empty where nobody has that contact, or the visitor may not
     */
    @Transactional
    public Optional<PersonId> breakGlass(Visitor visitor, String contact, String reason) {
        Optional<PersonId> found = accounts.of(EmailAddress.typed(contact));
        found.ifPresent(person -> glass.open(visitor, person, reason));
        return found;
    }

    /**
     * As much of the person as is open to the visitor.
     *
     * @param most how many rows each part of the history has at most
     * @throws AccessDenied where nothing is
     */
    @Transactional
    public Sheet sheet(Visitor visitor, PersonId person, int most) {
        Set<Purpose> open = EnumSet.noneOf(Purpose.class);
        open.addAll(gate.readable(visitor, person));
        open.retainAll(SHOWN);
        if (open.isEmpty()) {
            gate.mayRead(visitor, person, Purpose.CONTACT); // refused, and written down as such
            throw new AccessDenied();
        }
        open.forEach(purpose -> gate.mayRead(visitor, person, purpose));
        Optional<Triaged> triaged = open.contains(Purpose.TRIAGE) ? triage.current(person) : Optional.empty();
        return new Sheet(
                person,
                open,
                open.contains(Purpose.CONTACT) ? accounts.contact(person) : Optional.empty(),
                triaged,
                triaged.map(this::signs).orElse(List.of()),
                open.contains(Purpose.PROGRAM) ? programs.asItIs(person) : Optional.empty(),
                histories.of(person, open, most),
                open.contains(Purpose.TEAM) ? team(person) : List.of(),
                open.contains(Purpose.TEAM) && directory.isFor(visitor));
    }

    private List<Sign> signs(Triaged triaged) {
        return triaged.verdict().disposition().reasons().stream()
                .map(reason -> {
                    Optional<Question> asked = triage.find(new QuestionId(reason.rule()));
                    return new Sign(
                            reason,
                            asked,
                            asked.flatMap(question -> triaged.answers().to(question.id())));
                })
                .toList();
    }

    private List<Carer> team(PersonId person) {
        return relationships.of(person).stream()
                .filter(tie ->
                        Stream.of(Relationship.TREATS, Relationship.LEADS_CLASS).anyMatch(tie.kind()::equals))
                .map(this::carer)
                .toList();
    }

    private Carer carer(Tie tie) {
        String name = accounts.contact(tie.other()).flatMap(Contact::name).orElse("");
        return new Carer(tie.id(), name, tie.kind(), tie.addedAt());
    }
}
