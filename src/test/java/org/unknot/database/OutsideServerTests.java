package org.unknot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.unknot.database.StartupProblem.Kind.DATABASE_SETTING_WRONG;
import static org.unknot.database.StartupProblem.Kind.DATABASE_UNREACHABLE;
import static org.unknot.database.StartupProblem.Kind.SERVER_TOO_OLD;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideServerTests {

    @ParameterizedTest
    @CsvSource({
        "postgresql://ada:secret@db.example:5432/unknot,            jdbc:postgresql://db.example:5432/unknot, ada, secret",
        "postgres://ada:s%40cret+x@db.example/unknot,               jdbc:postgresql://db.example/unknot,      ada, s@cret+x",
        "jdbc:postgresql://db.example/unknot?user=ada&password=pw,  jdbc:postgresql://db.example/unknot?user=ada&password=pw, ada, pw",
        "postgresql://ada@db.example/unknot?sslmode=require,        jdbc:postgresql://db.example/unknot?sslmode=require, ada, from-setting",
        "postgresql://db.example/unknot,                            jdbc:postgresql://db.example/unknot, from-setting, from-setting",
        "postgresql://one.example:5432;two.example:5433/unknot,     jdbc:postgresql://one.example:5432;two.example:5433/unknot, from-setting, from-setting",
    })
    void understandsTheUsualFormsOfAnAddress(String url, String jdbcUrl, String user, String password) {
        // the separator of several hosts is a comma, which separates columns above
        var address = OutsideServer.addressIn(settings(url.replace(';', ',')));
        assertThat(address).isEqualTo(new DatabaseAddress(jdbcUrl.replace(';', ','), user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.example",
                "mysql://ada:secret@db.example/unknot",
                "postgresql://db.example",
                "postgresql:///x y"
            })
    void refusesWhatIsNoAddressWithoutRepeatingASecret(String url) {
        var problem = catchThrowableOfType(StartupProblem.class, () -> OutsideServer.addressIn(settings(url)));
        assertThat(problem.kind()).isEqualTo(DATABASE_SETTING_WRONG);
        assertThat(problem.whatToDo()).contains("postgresql://user:password@db.example:5432/unknot");
        assertThat(problem).message().doesNotContain("secret");
    }

    @Test
    void refusesAServerOlderThan15() {
        var problem = catchThrowableOfType(StartupProblem.class, () -> OutsideServer.requireNewEnough(14));
        assertThat(problem.kind()).isEqualTo(SERVER_TOO_OLD);
        assertThatNoException().isThrownBy(() -> OutsideServer.requireNewEnough(15));
    }

    @Test
    void saysWhichServerDoesNotAnswer() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        var address = new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + nobody + "/unknot", "ada", "secret");
        var problem =
                catchThrowableOfType(StartupProblem.class, () -> OutsideServer.majorVersion(address, Duration.ZERO));
        assertThat(problem.kind()).isEqualTo(DATABASE_UNREACHABLE);
        assertThat(problem).message().contains("127.0.0.1:" + nobody).doesNotContain("secret");
    }

    private static DatabaseSettings settings(@Nullable String url) {
        return new DatabaseSettings(url, "from-setting", "from-setting", "18.6.0");
    }
}
