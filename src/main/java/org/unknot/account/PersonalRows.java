package org.unknot.account;

import java.util.Set;
import org.unknot.shared.PersonId;

/** Implemented by each module that keeps rows about a person, so that erasing a person reaches every one of them. */
public interface PersonalRows {

    /** Tables that hold such rows, as {@code schema.table}; a table with a person_id that nobody names fails a test. */
    Set<String> tables();

    /** Removes every row about the person, in the caller's transaction. */
    void erase(PersonId person);
}
