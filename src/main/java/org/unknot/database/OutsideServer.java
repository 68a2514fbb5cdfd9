package org.unknot.database;

import static org.unknot.database.StartupProblem.Kind.DATABASE_SETTING_WRONG;
import static org.unknot.database.StartupProblem.Kind.DATABASE_UNREACHABLE;
import static org.unknot.database.StartupProblem.Kind.SERVER_TOO_OLD;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that somebody else runs, named by UNKNOT_DATABASE_URL. Nothing embedded starts then. */
record OutsideServer(DatabaseAddress address) implements DatabaseServer {

    /** The oldest PostgreSQL whose SQL ours keeps to (docs/reference/running.md). */
    static final int OLDEST_MAJOR = 15;

    private static final Logger log = LoggerFactory.getLogger(OutsideServer.class);
    /** A server that is started together with us may need this long until it answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static OutsideServer find(DatabaseSettings settings) {
        var address = addressIn(settings);
        requireNewEnough(majorVersion(address, PATIENCE));
        log.info("Using the database {}", address);
        return new OutsideServer(address);
    }

    /** Understands {@code jdbc:postgresql://}, {@code postgresql://} and {@code postgres://} with or without user:password. */
    static DatabaseAddress addressIn(DatabaseSettings settings) {
        var url = Objects.requireNonNull(settings.url()).strip();
        var plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        if (!plain.matches("postgres(ql)?://.+/[^/?]+.*")) {
            // the url itself is not repeated: it may hold a password
            throw wrong("UNKNOT_DATABASE_URL is not the address of a PostgreSQL database.");
        }
        var uri = parse(plain);
        var signIn = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        var user = signIn.length > 0 ? decoded(signIn[0]) : null;
        var password = signIn.length > 1 ? decoded(signIn[1]) : null;
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var host = Objects.requireNonNull(uri.getRawAuthority()).replaceFirst("^.*@", "");
        return new DatabaseAddress(
                "jdbc:postgresql://" + host + uri.getRawPath() + query,
                firstOf("unknot", user, parameter(query, "user"), settings.user()),
                firstOf("", password, parameter(query, "password"), settings.password()));
    }

    private static URI parse(String plain) {
        try {
            return URI.create(plain);
        } catch (IllegalArgumentException malformed) {
            throw wrong("UNKNOT_DATABASE_URL has a character that must be percent-encoded.");
        }
    }

    private static StartupProblem wrong(String what) {
        return new StartupProblem(
                DATABASE_SETTING_WRONG,
                what,
                "Write it like postgresql://user:password@db.example:5432/unknot, or leave user and password out and set "
                        + "UNKNOT_DATABASE_USER and UNKNOT_DATABASE_PASSWORD. Without it Unknot starts its own database.");
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static @Nullable String parameter(String query, String name) {
        for (var pair : query.replaceFirst("^\\?", "").split("&")) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return null;
    }

    private static String firstOf(String otherwise, @Nullable String... candidates) {
        return Arrays.stream(candidates).filter(Objects::nonNull).findFirst().orElse(otherwise);
    }

    /** Asks the server for its version; waits for it up to {@code patience} where nobody answers yet. */
    static int majorVersion(DatabaseAddress address, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return askedVersion(address);
            } catch (SQLException failed) {
                var mayComeUp = failed.getSQLState() != null
                        && (failed.getSQLState().startsWith("08")
                                || failed.getSQLState().startsWith("57P"));
                if (!mayComeUp || System.nanoTime() > deadline) {
                    throw unreachable(address, failed);
                }
                log.info("Waiting for the database {}", address);
                waitASecond();
            }
        }
    }

    private static int askedVersion(DatabaseAddress address) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), properties)) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    private static StartupProblem unreachable(DatabaseAddress address, SQLException failed) {
        return new StartupProblem(
                DATABASE_UNREACHABLE,
                "The database " + address + " cannot be used: " + failed.getMessage(),
                "Check that the server runs and is reachable, that the database exists, and that user and password in "
                        + "UNKNOT_DATABASE_URL are right.");
    }

    /** The pause between two attempts; nothing tells us when a server that is not ours has started. */
    private static void waitASecond() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", interrupted);
        }
    }

    static void requireNewEnough(int major) {
        if (major < OLDEST_MAJOR) {
            throw new StartupProblem(
                    SERVER_TOO_OLD,
                    "The database server is PostgreSQL " + major + "; Unknot needs " + OLDEST_MAJOR + " or newer.",
                    "Upgrade that server, or remove UNKNOT_DATABASE_URL to use the one that comes with Unknot.");
        }
    }

    @Override
    public void close() {
        // not ours to stop
    }
}
