package org.unknot.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.PersonId;

/**
 * Takes away everything about a person, in every module, with every session and key they had. What stays is the audit: that
 * somebody read or changed a record that is gone, without a name.
 */
@Component
class Erasure {

    private final List<PersonalRows> personalRows;
    private final People people;
    private final Audit audit;

    Erasure(List<PersonalRows> personalRows, People people, Audit audit) {
        this.personalRows = List.copyOf(personalRows);
        this.people = people;
        this.audit = audit;
    }

    /** Only for who has passed {@link Gate#mayChange} in the same transaction: else a change under way would outlive the person. */
    @Transactional(propagation = Propagation.MANDATORY)
    void erase(PersonId person) {
        people.hold(person);
        personalRows.forEach(rows -> rows.erase(person));
        people.erase(person);
    }

    /** Erases a guest who was not here since that day, which nobody asks the gate for; who comes back meanwhile stays. */
    @Transactional
    void eraseIdle(PersonId guest, LocalDate day) {
        audit.record(Optional.empty(), guest, Action.CHANGE, Purpose.ERASURE.name()); // waits for changes under way
        if (people.isGuestLastSeenBefore(guest, day)) {
            erase(guest);
        } else {
            TransactionAspectSupport.currentTransactionStatus()
                    .setRollbackOnly(); // what was not done is not written down
        }
    }
}
