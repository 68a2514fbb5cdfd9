package org.unknot.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Runs one piece of work on the database that the program uses, with the program's own settings: on the running one while the
 * program runs, else on one that is started for as long as the work takes.
 */
public final class DatabaseCommand {

    private DatabaseCommand() {}

    /**
     * What a command has to say.
     *
     * @param exitCode 0 when all is well
     */
    public record Outcome(List<String> lines, int exitCode) {}

    /**
     * Prints the lines of the outcome and returns its exit code. Where there is no database it says so as the program would.
     *
     * @param worker what does the work, made with what its constructor asks for
     * @param parts what the worker needs beside a {@link JdbcClient}
     */
    public static <T> int run(String[] arguments, Class<T> worker, Function<T, Outcome> work, Class<?>... parts) {
        var application = new SpringApplicationBuilder(OneServer.class)
                .sources(parts)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=error");
        try (var context = application.run(arguments)) {
            var outcome = work.apply(context.getBeanProvider(worker)
                    .getIfAvailable(
                            () -> context.getAutowireCapableBeanFactory().createBean(worker)));
            outcome.lines().forEach(System.out::println);
            return outcome.exitCode();
        }
    }

    /** Not marked as configuration, so that the program itself never finds it. */
    @EnableConfigurationProperties(DatabaseSettings.class)
    static class OneServer {

        @Bean(destroyMethod = "close")
        DatabaseServer server(DatabaseSettings settings, @Value("${unknot.data}") Path data) {
            if (settings.outside()) {
                return OutsideServer.find(settings);
            }
            requireData(data);
            return EmbeddedServer.running(data)
                    .<DatabaseServer>map(OutsideServer::new)
                    .orElseGet(() -> EmbeddedServer.start(data, settings.serverVersion()));
        }

        @Bean
        JdbcClient jdbc(DatabaseServer server) {
            var address = server.address();
            return JdbcClient.create(
                    new DriverManagerDataSource(address.jdbcUrl(), address.user(), address.password()));
        }

        /** A mistyped folder must not become a new database. */
        private static void requireData(Path data) {
            if (!Files.isDirectory(data.resolve("postgres/cluster"))) {
                throw new StartupProblem(
                        StartupProblem.Kind.FOLDER_UNUSABLE,
                        "There is no database of Unknot in "
                                + data.toAbsolutePath().normalize() + ".",
                        "Name the data folder of the program, for example UNKNOT_DATA=/var/lib/unknot.");
            }
        }
    }
}
