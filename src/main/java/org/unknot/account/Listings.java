package org.unknot.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.account.Directory.Listed;
import org.unknot.shared.PersonId;

/** Looks through names and contacts of who lets the clinic see their record. */
@Repository
class Listings {

    private final JdbcClient jdbc;

    Listings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Letters are letters: a percent sign finds a percent sign. */
    List<Listed> find(String letters, int most) {
        return jdbc.sql("""
                        select person_id, name, email, phone from account.account a
                        where (strpos(lower(name), lower(:letters)) > 0 or strpos(email, lower(:letters)) > 0
                                or strpos(replace(phone, ' ', ''), replace(:letters, ' ', '')) > 0)
                            and exists (select from account.consent c where c.person_id = a.person_id
                                and c.about = 'CLINIC_SEES_RECORD' and c.withdrawn_at is null)
                        order by lower(name), email, person_id limit :most
                        """)
                .param("letters", letters)
                .param("most", most)
                .query((row, n) -> new Listed(
                        new PersonId(row.getObject(1, UUID.class)),
                        new Contact(
                                Optional.ofNullable(row.getString(2)),
                                Optional.ofNullable(row.getString(3)),
                                Optional.ofNullable(row.getString(4)))))
                .list();
    }
}
