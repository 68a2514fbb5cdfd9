package org.unknot.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Standing.Guest;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;

/**
 * Brings a guest's record to somebody who is on record already: a phone with a plan on it signs in to an account, or takes over
 * the plan of another phone. Both histories stay; the guest is then nobody. A guest who opens an account needs none of this: the
 * account is a row beside the same person.
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
        adopt(guest, new Visitor(Optional.of(signedIn.self()), signedIn), signedIn.self());
    }

    /**
     * As {@link #adopt(Visitor, Visitor)}, for another guest, who has shown by a link of theirs that this phone may be them.
     *
     * @throws AccessDenied when one of them is no guest with a record
     */
    @Transactional
    void adopt(Visitor guest, PersonId other) {
        if (!(guest.standing() instanceof Guest)) {
            throw new AccessDenied();
        }
        adopt(guest, Visitor.guest(other), other);
    }

    private void adopt(Visitor guest, Visitor owner, PersonId to) {
        PersonId from = guest.person().orElseThrow(AccessDenied::new);
        // What is on its way from either phone is stored before, or finds the guest gone: nothing slips between. In one
        // order, since two phones may take over each other at once; and rows only after it, as whoever erases does.
        Stream.of(from, to)
                .sorted(InTurn.ONE_ORDER)
                .forEach(one -> gate.mayChange(one.equals(from) ? guest : owner, one, Purpose.ACCOUNT));
        people.hold(from);
        personalRows.forEach(rows -> rows.adopt(from, to, now.instant()));
        people.erase(from);
    }
}
