package org.unknot.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** By what a person signs in, and the letters about it; nearly all of it goes with the account's row. */
@Repository
class ProofRows implements PersonalRows {

    private final JdbcClient jdbc;

    ProofRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "account.letter",
                "account.link",
                "account.passkey_holder",
                "account.passkey",
                "account.ceremony",
                "account.password",
                "account.recovery_code");
    }

    @Override
    public List<Kept> export(PersonId person) {
        return jdbc.sql("""
                        select 'account.letter', coalesce(json_agg(to_jsonb(t) - 'nonce_hash' order by wanted_at), '[]')
                        from account.letter t where person_id = :person
                            or email = (select email from account.account where person_id = :person)
                        union all
                        select 'account.link', coalesce(json_agg(to_jsonb(t) - 'hash' - 'nonce_hash' order by expires_at), '[]')
                        from account.link t where person_id = :person
                            or email = (select email from account.account where person_id = :person)
                        union all
                        select 'account.passkey_holder', coalesce(json_agg(to_jsonb(t) - 'handle'), '[]')
                        from account.passkey_holder t where person_id = :person
                        union all
                        select 'account.passkey', coalesce(json_agg(
                            to_jsonb(t) - 'credential_id' - 'public_key' - 'attestation' - 'client_data' order by made_at), '[]')
                        from account.passkey t where person_id = :person
                        union all
                        select 'account.ceremony', coalesce(json_agg(to_jsonb(t) - 'challenge' - 'handle' order by expires_at), '[]')
                        from account.ceremony t where person_id = :person
                        union all
                        select 'account.password', coalesce(json_agg(to_jsonb(t) - 'hash'), '[]')
                        from account.password t where person_id = :person
                        union all
                        select 'account.recovery_code', coalesce(json_agg(to_jsonb(t) - 'hash' order by made_at), '[]')
                        from account.recovery_code t where person_id = :person
                        """)
                .param("person", person.value())
                .query((row, n) -> new Kept(row.getString(1), row.getString(2)))
                .list();
    }

    /** A guest has none of it but a passkey half made, whose account would be another one: it ends. */
    @Override
    public void adopt(PersonId from, PersonId to, Instant at) {
        jdbc.sql("delete from account.ceremony where person_id = ?")
                .param(from.value())
                .update();
    }

    /** By address, too: a letter knows it before anybody has an account. That the account is gone is still told. */
    @Override
    public void erase(PersonId person) {
        jdbc.sql("""
                delete from account.letter where person_id = :person or kind <> 'ERASED'
                    and email = (select email from account.account where person_id = :person)
                """).param("person", person.value()).update();
        jdbc.sql("""
                delete from account.link where person_id = :person
                    or email = (select email from account.account where person_id = :person)
                """).param("person", person.value()).update();
        // Keys with "on delete cascade" take the rest when Erasure removes the person.
    }
}
