package org.unknot.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** What opens records, as far as it is about a person: all of it goes with their account. */
@Repository
class RightsRows implements PersonalRows {

    private final JdbcClient jdbc;

    RightsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "account.role_given",
                "account.relationship",
                "account.carer_link",
                "account.consent",
                "account.age_told",
                "account.broken_glass");
    }

    @Override
    public List<Kept> export(PersonId person) {
        return jdbc.sql("""
                        select 'account.role_given', coalesce(json_agg(to_jsonb(t) order by given_at), '[]')
                        from account.role_given t where person_id = :person
                        union all
                        select 'account.relationship', coalesce(json_agg(to_jsonb(t) order by added_at), '[]')
                        from account.relationship t where :person in (person_id, other_id)
                        union all
                        select 'account.carer_link', coalesce(json_agg(to_jsonb(t) - 'token_hash' order by made_at), '[]')
                        from account.carer_link t where :person in (person_id, accepted_by)
                        union all
                        select 'account.consent', coalesce(json_agg(to_jsonb(t) order by given_at), '[]')
                        from account.consent t where person_id = :person
                        union all
                        select 'account.age_told', coalesce(json_agg(to_jsonb(t) order by told_at), '[]')
                        from account.age_told t where person_id = :person
                        union all
                        select 'account.broken_glass', coalesce(json_agg(to_jsonb(t) order by at), '[]')
                        from account.broken_glass t where person_id = :person
                        """)
                .param("person", person.value())
                .query((row, n) -> new Kept(row.getString(1), row.getString(2)))
                .list();
    }

    /** A guest has no roles, no team and no consents; what a clinician did in an emergency goes along. */
    @Override
    public void adopt(PersonId from, PersonId to, Instant at) {
        jdbc.sql("update account.broken_glass set person_id = ? where person_id = ?")
                .params(to.value(), from.value())
                .update();
    }

    @Override
    public void erase(PersonId person) {
        // All of it hangs on the person or their account with "on delete cascade", a link that they accepted, too.
    }
}
