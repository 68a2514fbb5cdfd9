package org.unknot.account.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.unknot.account.Accounts;
import org.unknot.account.Contact;
import org.unknot.account.Role;
import org.unknot.account.Roles;
import org.unknot.calendar.Calendar;
import org.unknot.shared.PersonId;
import org.unknot.shared.Texts;

/** How pages call people and moments: staff by name and by what they are, others by what they gave, and the clinic's own time. */
@Component
class Names {

    private final Accounts accounts;
    private final Roles roles;
    private final Texts texts;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter time;
    private final Calendar calendar;

    Names(Accounts accounts, Roles roles, Texts texts, Calendar calendar) {
        this.accounts = accounts;
        this.roles = roles;
        this.texts = texts;
        this.calendar = calendar;
        this.moment = DateTimeFormatter.ofPattern("d MMMM yyyy, h:mm a", Texts.LOCALE);
        this.time = DateTimeFormatter.ofPattern("h:mm a", Texts.LOCALE);
    }

    /** For example "Kim Example" or "kim@example.org". */
    String of(PersonId person) {
        Optional<Contact> contact = accounts.contact(person);
        if (contact.isEmpty()) {
            return texts.text("account.names.gone");
        }
        return contact.flatMap(Contact::name)
                .or(() -> contact.flatMap(Contact::email))
                .orElseGet(() -> texts.text("account.names.nameless"));
    }

    /** For example "Kim Example (soft tissue OT)". */
    String withRoles(PersonId person) {
        String said = roles.of(person).stream().map(this::of).collect(Collectors.joining(", "));
        return said.isEmpty() ? of(person) : texts.text("account.names.staff", of(person), said);
    }

    /** Those of them who have the role, by name. */
    List<String> among(List<PersonId> people, Role role) {
        return people.stream()
                .filter(person -> roles.of(person).contains(role))
                .map(this::of)
                .toList();
    }

    String of(Role role) {
        return texts.text("account.role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** For example "22 November 2026, 2:05 pm". */
    String of(Instant at) {
        return moment.withZone(calendar.zone()).format(at);
    }

    /** For example "2:05 pm". */
    String timeOf(Instant at) {
        return time.withZone(calendar.zone()).format(at);
    }
}
