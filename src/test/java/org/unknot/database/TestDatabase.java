package org.unknot.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * One real PostgreSQL for all Spring test contexts of a virtual machine, kept in target/test-postgres-N and emptied when the run
 * begins; two that run side by side have one each. It starts when the first context asks for its address, so tests without a
 * database do not wait for it.
 */
final class TestDatabase implements ContextCustomizerFactory {

    /** The version of the binaries, as the build wrote it into the program's settings. */
    static final String VERSION = version();

    private static @Nullable EmbeddedServer server;

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configurations) {
        return new Customizer();
    }

    /** A record, because Spring shares a context between tests whose customizers are equal. */
    private record Customizer() implements ContextCustomizer {
        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            context.getEnvironment().getPropertySources().addLast(new AddressWhenAsked());
        }
    }

    /** Last in the list, so that a test that names a database of its own gets that. */
    private static final class AddressWhenAsked extends EnumerablePropertySource<String> {

        private static final String PREFIX = "unknot.test-database.";

        AddressWhenAsked() {
            super("test database", PREFIX);
        }

        @Override
        public String[] getPropertyNames() {
            return new String[] {PREFIX + "url", PREFIX + "user", PREFIX + "password"};
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return switch (name) {
                case PREFIX + "url" -> address().jdbcUrl();
                case PREFIX + "user" -> address().user();
                case PREFIX + "password" -> address().password();
                default -> null;
            };
        }
    }

    private static synchronized DatabaseAddress address() {
        if (server == null) {
            server = start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            empty(server.address());
        }
        return server.address();
    }

    /** Below a folder that the unprivileged user cannot reach (a checkout in /root), the system's temporary folder serves. */
    private static EmbeddedServer start() {
        var folder = Path.of("target/test-postgres-" + System.getProperty("unknot.test.fork", "1"))
                .toAbsolutePath();
        try {
            return EmbeddedServer.start(folder, VERSION);
        } catch (StartupProblem problem) {
            if (problem.kind() != StartupProblem.Kind.FOLDER_UNUSABLE) {
                throw problem;
            }
            var name = "unknot-test-" + Integer.toHexString(folder.hashCode());
            return EmbeddedServer.start(Path.of(System.getProperty("java.io.tmpdir"), name), VERSION);
        }
    }

    private static String version() {
        var settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));
        return Objects.requireNonNull(settings.getObject()).getProperty("unknot.database.server-version");
    }

    private static void empty(DatabaseAddress address) {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute("drop owned by " + Cluster.USER + " cascade");
        } catch (SQLException failed) {
            throw new IllegalStateException("the test database cannot be emptied", failed);
        }
    }
}
