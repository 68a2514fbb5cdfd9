package org.unknot.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which database to use.
 *
 * @param url an outside server (UNKNOT_DATABASE_URL), for example {@code postgresql://db.example:5432/unknot}; empty or
 *     absent: the embedded one
 * @param user its user, where the url has none (UNKNOT_DATABASE_USER)
 * @param password its password, where the url has none (UNKNOT_DATABASE_PASSWORD)
 * @param serverVersion version of the embedded server's binaries, written by the build, for example {@code 18.6.0}
 */
@ConfigurationProperties("unknot.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        String serverVersion) {

    boolean outside() {
        return url != null && !url.isBlank();
    }
}
