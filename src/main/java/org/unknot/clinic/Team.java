package org.unknot.clinic;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Accounts;
import org.unknot.account.Contact;
import org.unknot.account.Gate;
import org.unknot.account.InTurn;
import org.unknot.account.Purpose;
import org.unknot.account.Role;
import org.unknot.account.Roles;
import org.unknot.account.Roles.Given;
import org.unknot.account.SignIns;
import org.unknot.account.Visitor;
import org.unknot.shared.PersonId;

/** Who works here, as an owner sees it. */
@Component
public class Team {

    private static final Set<Role> CARERS =
            Set.of(Role.SOFT_TISSUE_OT, Role.EXERCISE_PHYSIOLOGIST, Role.PERSONAL_TRAINER, Role.CLASS_LEAD);

    private final Roles roles;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Gate gate;

    Team(Roles roles, Accounts accounts, SignIns signIns, Gate gate) {
        this.roles = roles;
        this.accounts = accounts;
        this.signIns = signIns;
        this.gate = gate;
    }

    /**
     * Somebody with a role.
     *
     * @param name empty where they gave none
     * @param self whether it is the one who looks
     */
    public record Member(PersonId person, String name, String email, Set<Role> roles, boolean self) {

        public Member {
            roles = Set.copyOf(roles);
        }

        public boolean is(Role role) {
            return roles.contains(role);
        }

        /** In the order in which they are declared. */
        public List<Role> inOrder() {
            return roles.stream().sorted().toList();
        }
    }

    /** Everybody with a role now, by name. */
    @Transactional
    public List<Member> members(Visitor visitor) {
        Map<PersonId, Set<Role>> byPerson = roles.current().stream()
                .collect(Collectors.groupingBy(
                        Given::person,
                        Collectors.mapping(Given::role, Collectors.toCollection(() -> EnumSet.noneOf(Role.class)))));
        return byPerson.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(InTurn.ONE_ORDER))
                .map(entry -> member(visitor, entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Member::name).thenComparing(Member::email))
                .toList();
    }

    /** Colleagues who could treat somebody or lead a class: their names alone, which every person of the clinic may know. */
    @Transactional(readOnly = true)
    public List<Member> carers() {
        return roles.current().stream()
                .filter(given -> CARERS.contains(given.role()))
                .collect(Collectors.groupingBy(Given::person, Collectors.mapping(Given::role, Collectors.toSet())))
                .entrySet()
                .stream()
                .map(entry -> new Member(
                        entry.getKey(),
                        accounts.contact(entry.getKey()).flatMap(Contact::name).orElse(""),
                        "",
                        entry.getValue(),
                        false))
                .sorted(Comparator.comparing(Member::name))
                .toList();
    }

    private Member member(Visitor visitor, PersonId person, Set<Role> held) {
        gate.mayRead(visitor, person, Purpose.ROLES);
        Contact contact = accounts.contact(person).orElseThrow();
        return new Member(
                person,
                contact.name().orElse(""),
                contact.email().orElse(""),
                held,
                visitor.actor().filter(person::equals).isPresent());
    }

    /** Gives and withdraws until the person has exactly these. Whoever loses one is signed out, so that no page of it stays open. */
    @Transactional
    public void change(Visitor by, PersonId person, Set<Role> wanted) {
        Set<Role> held = roles.of(person);
        wanted.stream().filter(role -> !held.contains(role)).forEach(role -> roles.grant(by, person, role));
        Set<Role> lost = held.stream().filter(role -> !wanted.contains(role)).collect(Collectors.toSet());
        lost.forEach(role -> roles.withdraw(by, person, role));
        if (!lost.isEmpty() && by.actor().filter(person::equals).isEmpty()) {
            signIns.endAll(person);
        }
    }
}
