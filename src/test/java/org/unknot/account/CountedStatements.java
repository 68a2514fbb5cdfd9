package org.unknot.account;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that requests send to the database; what is done after the answer is left out. */
@TestConfiguration(proxyBeanMethods = false)
class CountedStatements {

    private static final AtomicInteger COUNT = new AtomicInteger();

    static int during(Work work) throws Exception {
        int before = COUNT.get();
        work.run();
        return COUNT.get() - before;
    }

    interface Work {
        void run() throws Exception;
    }

    @Bean
    static BeanPostProcessor counting() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && !(bean instanceof Counting) ? new Counting(source) : bean;
            }
        };
    }

    private static boolean ofOthers(String thread) {
        return thread.startsWith("postman-")
                || thread.startsWith("calendar-")
                || thread.equals("settings-of-the-clinic")
                || thread.equals(WrongTries.THREAD);
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Counting.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")
                                && !ofOthers(Thread.currentThread().getName())) {
                            COUNT.incrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getTargetException();
                        }
                    });
        }
    }
}
