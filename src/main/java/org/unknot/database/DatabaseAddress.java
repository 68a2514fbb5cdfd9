package org.unknot.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where the database is and how to sign in to it. Never print it: {@link #toString} leaves the password out. */
record DatabaseAddress(String jdbcUrl, String user, String password) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return jdbcUrl.replaceFirst("\\?.*", "") + " as " + user;
    }
}
