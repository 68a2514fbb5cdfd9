package org.unknot.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one key that signs guest cookies. */
@Repository
class SigningKeys {

    private final JdbcClient jdbc;

    SigningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the fresh key if there is none yet, and answers the one that is kept: the first of several nodes wins. */
    byte[] keepFirst(byte[] fresh) {
        jdbc.sql("insert into account.signing_key (id, key) values (1, ?) on conflict (id) do nothing")
                .param(fresh)
                .update();
        return jdbc.sql("select key from account.signing_key where id = 1")
                .query((row, n) -> row.getBytes(1))
                .single();
    }
}
