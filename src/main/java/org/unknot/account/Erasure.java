package org.unknot.account;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.shared.PersonId;

/**
 * Takes away everything about a person, in every module, with every session and key they had. What stays is the audit: that
 * somebody read or changed a record that is gone, without a name.
 */
@Component
class Erasure {

    private final List<PersonalRows> personalRows;
    private final People people;

    Erasure(List<PersonalRows> personalRows, People people) {
        this.personalRows = List.copyOf(personalRows);
        this.people = people;
    }

    @Transactional
    void erase(PersonId person) {
        people.hold(person);
        personalRows.forEach(rows -> rows.erase(person));
        people.erase(person);
    }
}
