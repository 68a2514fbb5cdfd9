package org.unknot.demo;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.unknot.account.Accounts;
import org.unknot.account.EmailAddress;
import org.unknot.account.Role;
import org.unknot.account.Roles;
import org.unknot.account.Standing.SignedIn;
import org.unknot.account.Visitor;
import org.unknot.guidance.Clinic;
import org.unknot.guidance.ClinicSettings;
import org.unknot.guidance.ClinicSettings.Link;
import org.unknot.guidance.ClinicSettings.Says;
import org.unknot.shared.PersonId;

/** The invented clinic: what it says about itself, and who works there. */
@Component
@ConditionalOnProperty("unknot.demo")
class InventedClinic {

    static final String OWNER = "olive@riverbend.example";
    static final String OT = "theo@riverbend.example";
    static final String PHYSIOLOGIST = "priya@riverbend.example";
    static final String TRAINER = "jonas@riverbend.example";
    static final String CLASS_LEAD = "mina@riverbend.example";
    static final String FRONT_DESK = "frank@riverbend.example";

    private record Colleague(String name, String email, Role role) {}

    private static final List<Colleague> STAFF = List.of(
            new Colleague("Theo Marsh", OT, Role.SOFT_TISSUE_OT),
            new Colleague("Priya Lind", PHYSIOLOGIST, Role.EXERCISE_PHYSIOLOGIST),
            new Colleague("Jonas Reed", TRAINER, Role.PERSONAL_TRAINER),
            new Colleague("Mina Castell", CLASS_LEAD, Role.CLASS_LEAD),
            new Colleague("Frank Dale", FRONT_DESK, Role.FRONT_DESK),
            new Colleague("Ada Quill", "ada@riverbend.example", Role.AUDITOR));

    private static final ClinicSettings SETTINGS = new ClinicSettings(
            "Riverbend Back Clinic",
            "+61 2 5550 0100",
            "desk@riverbend.example",
            "1 River Street, Riverbend",
            URI.create("https://riverbend.example/book"),
            "en-au",
            List.of(
                    new Link("stress", "A breathing app", URI.create("https://calm.example/app"), false),
                    new Link("stress", "Last year’s app", URI.create("https://old.example/app"), true)),
            "We are glad to see you.",
            "Australia/Sydney",
            new Says(
                    "Monday to Friday, 8 to 18\nSaturday, 9 to 12",
                    "Ring the bell beside the blue door. Bring shorts and your list of medicines.",
                    "Does it not work? Call us, we help.",
                    "Olive Ashdown, +61 2 5550 0100",
                    "Riverbend Back Clinic, 1 River Street, Riverbend"));

    private final Accounts accounts;
    private final Roles roles;
    private final Clinic clinic;
    private final Now now;

    InventedClinic(Accounts accounts, Roles roles, Clinic clinic, Now now) {
        this.accounts = accounts;
        this.roles = roles;
        this.clinic = clinic;
        this.now = now;
    }

    void open() {
        PersonId owner = account("Olive Ashdown", OWNER);
        roles.makeFirstOwner(owner);
        clinic.set(SETTINGS, owner);
        Visitor by = visitor(owner);
        STAFF.forEach(colleague -> roles.grant(by, account(colleague.name(), colleague.email()), colleague.role()));
    }

    /** Somebody with an account, a name and an address that nobody can have. */
    PersonId account(String name, String email) {
        PersonId person = accounts.open();
        accounts.call(person, name, "");
        accounts.use(person, EmailAddress.typed(email));
        return person;
    }

    /** As if they had signed in with a passkey just now. */
    Visitor visitor(PersonId person) {
        return new Visitor(Optional.of(person), new SignedIn(person, Optional.of(now.instant())));
    }

    Visitor visitor(String email) {
        return visitor(person(email));
    }

    PersonId person(String email) {
        return accounts.of(EmailAddress.typed(email)).orElseThrow();
    }
}
