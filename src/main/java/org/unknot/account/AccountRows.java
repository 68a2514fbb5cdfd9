package org.unknot.account;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.unknot.shared.PersonId;

/** The account's own rows about a person; they go with the person's row itself. */
@Component
class AccountRows implements PersonalRows {

    @Override
    public Set<String> tables() {
        return Set.of("account.account");
    }

    @Override
    public void erase(PersonId person) {
        // Foreign keys with "on delete cascade" hang on account.person, which Guests removes last.
    }
}
