package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/**
 * People who sign in. An account is a row beside the person: a guest who opens one stays the same person, so nothing has to
 * move, and the guest cookie opens the record no more. Says who somebody is to the clinic, never what they may see.
 */
@Component
public class Accounts {

    private static final int LONGEST_NAME = 120;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/-]{1,38}[0-9]");

    private final AccountStore accounts;
    private final People people;
    private final Gate gate;
    private final Now now;

    Accounts(AccountStore accounts, People people, Gate gate, Now now) {
        this.accounts = accounts;
        this.people = people;
        this.gate = gate;
        this.now = now;
    }

    /** Whether there is anybody at all, with an account or without. */
    public boolean anybody() {
        return people.anybody();
    }

    public boolean isAccount(PersonId person) {
        return people.hasAccount(person);
    }

    /** Empty when the person has no account. Whoever shows it to others asks the {@link Gate} first, for {@link Purpose#CONTACT}. */
    public Optional<Contact> contact(PersonId person) {
        return accounts.contact(person);
    }

    public Optional<PersonId> of(EmailAddress email) {
        return accounts.byEmail(email.value());
    }

    /**
     * An account for somebody who is on record already, a guest; says whether there was none before.
     *
     * @throws AccessDenied where the guest was erased meanwhile
     */
    @Transactional
    public boolean open(PersonId guest) {
        if (people.hasAccount(guest)) {
            return false;
        }
        gate.mayChange(Visitor.guest(guest), guest, Purpose.ACCOUNT);
        return accounts.add(guest, now.instant());
    }

    /** An account for somebody whom we do not know yet. */
    @Transactional
    public PersonId open() {
        PersonId person = new PersonId(UuidCreator.getRandomBased());
        people.add(person, now.instant(), now.today());
        accounts.add(person, now.instant());
        return person;
    }

    /**
     * The address that links for signing in go to. Only for one that answered a letter, and that is nobody else's: see
     * {@link #of}.
     */
    @Transactional
    public void use(PersonId person, EmailAddress email) {
        accounts.setEmail(person, email.value());
    }

    /**
     * What the clinic may call the person, and where it may ring; empty texts are taken for nothing.
     *
     * @throws BadInput for a name of more than 120 letters, or what is no telephone number
     */
    @Transactional
    public void call(PersonId person, String name, String phone) {
        if (name.strip().length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new BadInput("name", "a name of at most 120 letters", "Kim Example");
        }
        if (!phone.isBlank() && !PHONE.matcher(phone.strip()).matches()) {
            throw new BadInput(
                    "phone", "a number of digits and spaces, with the code of the country", "+61 2 5550 0199");
        }
        accounts.setName(person, name.isBlank() ? null : name.strip(), phone.isBlank() ? null : phone.strip());
    }

    /**
     * As {@link #call}, by somebody about themselves; written down in their log.
     *
     * @throws AccessDenied where nobody is signed in
     */
    @Transactional
    public void callMe(Visitor visitor, String name, String phone) {
        if (!(visitor.standing() instanceof SignedIn signedIn)) {
            throw new AccessDenied();
        }
        PersonId self = signedIn.self();
        gate.mayChange(new Visitor(Optional.of(self), signedIn), self, Purpose.CONTACT);
        call(self, name, phone);
    }
}
