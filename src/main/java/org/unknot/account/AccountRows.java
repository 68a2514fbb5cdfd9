package org.unknot.account;

import java.util.Set;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.unknot.shared.PersonId;

/** The account's own rows about a person; nearly all go with the person's row itself. */
@Component
class AccountRows implements PersonalRows {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    AccountRows(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "account.account",
                "account.invitation",
                "account.http_session",
                "account.role_given",
                "account.relationship",
                "account.consent",
                "account.age_told",
                "account.broken_glass");
    }

    @Override
    public void erase(PersonId person) {
        // A session knows its person by name, not by key.
        sessions.findByPrincipalName(person.value().toString()).keySet().forEach(sessions::deleteById);
        // Foreign keys with "on delete cascade" hang on account.person, which Guests removes last.
    }
}
