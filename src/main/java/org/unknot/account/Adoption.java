package org.unknot.account;

import java.util.List;
import java.util.Optional;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Standing.Guest;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;

/**
 * Brings a guest's record into an account that is there already: a phone with a plan on it signs in. Both histories stay; the
 * guest is then nobody. A guest who opens an account needs none of this: the account is a row beside the same person.
 */
@Component
public class Adoption {

    private final Gate gate;
    private final People people;
    private final List<PersonalRows> personalRows;
    private final Now now;

    Adoption(Gate gate, People people, List<PersonalRows> personalRows, Now now) {
        this.gate = gate;
        this.people = people;
        this.personalRows = List.copyOf(personalRows);
        this.now = now;
    }

    /**
     * Adopts in one transaction. Both must be shown: the guest by the cookie of the browser that asks, the account by its session.
     *
     * @throws AccessDenied when the one is no guest with a record, or the other has no account of their own
     */
    @Transactional
    public void adopt(Visitor guest, Visitor account) {
        if (!(guest.standing() instanceof Guest) || !(account.standing() instanceof SignedIn signedIn)) {
            throw new AccessDenied();
        }
        PersonId from = guest.person().orElseThrow(AccessDenied::new);
        PersonId to = signedIn.self();
        // What is on its way from either phone is stored before, or finds the guest gone: nothing slips between.
        gate.mayChange(guest, from, Purpose.ACCOUNT);
        gate.mayChange(new Visitor(Optional.of(to), signedIn), to, Purpose.ACCOUNT);
        people.hold(from);
        personalRows.forEach(rows -> rows.adopt(from, to, now.instant()));
        people.erase(from);
    }
}
