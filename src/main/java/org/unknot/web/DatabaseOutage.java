package org.unknot.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Whether a failure means that the database cannot serve now, as opposed to a mistake of ours. Decided by SQLSTATE, which
 * PostgreSQL documents in its appendix "PostgreSQL Error Codes" and keeps from version to version.
 */
enum DatabaseOutage {
    /** Nobody answers, or it is stopping, starting, or out of connections or memory. */
    AWAY,
    /** SQLSTATE 53100. */
    DISK_FULL,
    /** Anything else. */
    NONE;

    static DatabaseOutage in(Throwable failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                DatabaseOutage outage = of(sql);
                if (outage != NONE) {
                    return outage;
                }
            }
            // a rollback over a lost connection fails too, and its own failure hides what came first
            if (cause instanceof TransactionSystemException hiding && hiding.getApplicationException() != null) {
                return in(hiding.getApplicationException());
            }
        }
        return NONE;
    }

    private static DatabaseOutage of(SQLException failed) {
        if (failed instanceof SQLTransientConnectionException) {
            return AWAY; // the pool waited in vain for a connection
        }
        String state = Optional.ofNullable(failed.getSQLState()).orElse("");
        if (state.equals("53100")) {
            return DISK_FULL;
        }
        boolean connection = state.startsWith("08"); // connection_exception
        boolean resources = state.startsWith("53"); // insufficient_resources
        boolean operator = state.startsWith("57P"); // admin_shutdown, crash_shutdown, cannot_connect_now
        boolean system = state.startsWith("58"); // system_error, for example a disk that fails
        return connection || resources || operator || system ? AWAY : NONE;
    }
}
