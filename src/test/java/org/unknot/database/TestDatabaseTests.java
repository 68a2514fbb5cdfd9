package org.unknot.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

@org.junit.jupiter.api.Tag("slow")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TestDatabaseTests {

    @Autowired
    DataSource pool;

    @LocalServerPort
    int port;

    @Test
    void anySpringTestHasARealPostgreSqlWithTheMigrationsDone() {
        var database = JdbcClient.create(pool);
        assertThat(database.sql("show server_version").query(String.class).single())
                .startsWith("18.");
        assertThat(database.sql("select count(*) from flyway_schema_history")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void theProgramIsNoSuperuserOfItsDatabase() {
        var superuser = JdbcClient.create(pool)
                .sql("select rolsuper from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();
        assertThat(superuser).isFalse();
    }

    @Test
    void theProbesAnswerAndTheRestOfActuatorIsNotThere() {
        var http = RestClient.create("http://127.0.0.1:" + port);
        assertThat(http.get().uri("/readyz").retrieve().body(String.class)).contains("UP");
        assertThat(http.get().uri("/livez").retrieve().body(String.class)).contains("UP");
        for (var hidden : new String[] {"/actuator", "/actuator/env", "/actuator/heapdump"}) {
            var status = http.get()
                    .uri(hidden)
                    .exchange((request, response) -> response.getStatusCode().value());
            assertThat(status).as(hidden).isEqualTo(404);
        }
    }
}
