package org.unknot.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the connection pool and Flyway their server: an outside one where a setting names it, else our own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** The server that this program uses; closed after everything that holds a connection to it. */
    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(DatabaseSettings settings, @Value("${unknot.data}") Path data) {
        return settings.outside() ? OutsideServer.find(settings) : EmbeddedServer.start(data, settings.serverVersion());
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(DatabaseServer server) {
        return server.address();
    }
}
