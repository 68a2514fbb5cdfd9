package org.unknot.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** The account's own rows about a person; they go with the person's row itself. */
@Repository
class AccountRows implements PersonalRows {

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "account.person",
                "account.account",
                "account.http_session",
                "account.invitation",
                "account.adopted",
                "account.shared_plan",
                "account.device_link");
    }

    @Override
    public List<Kept> export(PersonId person) {
        return jdbc.sql("""
                        select 'account.person', json_agg(to_jsonb(t)) from account.person t where id = :person
                        union all
                        select 'account.account', coalesce(json_agg(to_jsonb(t)), '[]') from account.account t
                        where person_id = :person
                        union all
                        select 'account.adopted', coalesce(json_agg(to_jsonb(t) order by at), '[]') from account.adopted t
                        where person_id = :person
                        union all
                        select 'account.http_session', coalesce(json_agg(json_build_object(
                            'began_at', to_timestamp(creation_time / 1000.0),
                            'last_used_at', to_timestamp(last_access_time / 1000.0)) order by creation_time), '[]')
                        from account.http_session where principal_name = :person::text
                        union all
                        select 'account.invitation', coalesce(json_agg(to_jsonb(t) order by made_at), '[]')
                        from account.invitation t where accepted_by = :person
                        union all
                        select 'account.shared_plan', coalesce(json_agg(to_jsonb(t) - 'hash' order by made_at), '[]')
                        from account.shared_plan t where person_id = :person
                        union all
                        select 'account.device_link', coalesce(json_agg(to_jsonb(t) - 'hash' order by made_at), '[]')
                        from account.device_link t where person_id = :person
                        """)
                .param("person", person.value())
                .query((row, n) -> new Kept(row.getString(1), row.getString(2)))
                .list();
    }

    /** The log of the guest's record stays under the guest's id, so the account remembers that id. A link to it ends unused. */
    @Override
    public void adopt(PersonId from, PersonId to, Instant at) {
        jdbc.sql("insert into account.adopted (former_id, person_id, at) values (?, ?, ?)")
                .params(from.value(), to.value(), at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update account.adopted set person_id = ? where person_id = ?")
                .params(to.value(), from.value())
                .update();
        jdbc.sql("update account.shared_plan set person_id = ? where person_id = ?")
                .params(to.value(), from.value())
                .update();
        jdbc.sql("delete from account.device_link where person_id = ?")
                .param(from.value())
                .update();
    }

    @Override
    public void erase(PersonId person) {
        // A session knows its person by name, not by key; so it ends here, wherever it is.
        jdbc.sql("delete from account.http_session where principal_name = ?")
                .param(person.value().toString())
                .update();
        jdbc.sql("delete from account.invitation where accepted_by = ?")
                .param(person.value())
                .update();
        // Foreign keys with "on delete cascade" hang on account.person, which Erasure removes last.
    }
}
