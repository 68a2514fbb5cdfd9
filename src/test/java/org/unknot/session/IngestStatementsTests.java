package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How often one record goes to the database: its round trips are most of what taking it in costs. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class IngestStatementsTests {

    /** What was said to the database, but for what account and audit say about who is asking. */
    private static final List<String> SAID = new CopyOnWriteArrayList<>();

    @LocalServerPort
    private int port;

    private GuestPhone phone;

    @BeforeEach
    void aGuestWithAPlan() throws Exception {
        phone = new GuestPhone(port);
        phone.answerNoToEverything();
    }

    @Test
    void aWholeSessionTakesTenStatements() throws Exception {
        ObjectNode record = GuestPhone.everythingDone(phone.begin());
        assertThat(saidWhile(record)).hasSize(10);
    }

    @Test
    void whatHurtIsComparedWithBeforeAndThatTakesTwoMore() throws Exception {
        JsonNode script = phone.begin();
        ObjectNode record = GuestPhone.everythingDone(script);
        ArrayNode events = (ArrayNode) record.path("events");
        events.addObject()
                .put("n", events.size())
                .put("atMs", 999_999)
                .put("type", "stop")
                .put("step", firstHold(script))
                .put("reason", "pain")
                .put("where", "back")
                .put("pain", 4);
        assertThat(saidWhile(record)).hasSize(12);
    }

    private static String firstHold(JsonNode script) {
        return StreamSupport.stream(script.path("steps").spliterator(), false)
                .filter(step -> step.path("role").stringValue("").equals("hold"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .stringValue("");
    }

    private List<String> saidWhile(ObjectNode record) throws Exception {
        SAID.clear();
        assertThat(phone.put(UuidCreator.getTimeOrderedEpoch(), record).statusCode())
                .isEqualTo(201);
        return SAID.stream()
                .filter(sql -> !sql.contains("account.") && !sql.contains("audit."))
                .map(sql -> sql.strip().replaceAll("\\s+", " "))
                .toList();
    }

    /** The program's own pool, overheard. */
    @TestConfiguration
    static class Overheard {

        @Bean
        static BeanPostProcessor overheard() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource pool ? overheard(pool) : bean;
                }
            };
        }

        private static DataSource overheard(DataSource pool) {
            return new DelegatingDataSource(pool) {
                @Override
                public Connection getConnection() throws SQLException {
                    return overheard(Connection.class, super.getConnection(), "");
                }
            };
        }

        /** Hands everything on, and notes each statement when it is executed. */
        private static <T> T overheard(Class<T> type, Object of, String sql) {
            InvocationHandler handler = (proxy, method, arguments) -> {
                if (type == PreparedStatement.class && method.getName().startsWith("execute")) {
                    SAID.add(sql);
                }
                try {
                    Object result = method.invoke(of, arguments);
                    return method.getName().equals("prepareStatement")
                            ? overheard(PreparedStatement.class, result, (String) arguments[0])
                            : result;
                } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                }
            };
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }
    }
}
