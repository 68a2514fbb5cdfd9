package org.unknot.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Looks whether the web port is free before anything is started, because otherwise a database is started in vain and the
 * failure that comes later has no exit code of its own. Listed in META-INF/spring.factories.
 */
final class PortCheck implements ApplicationListener<ApplicationPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent prepared) {
        if (prepared.getApplicationContext() instanceof WebServerApplicationContext) {
            var environment = prepared.getApplicationContext().getEnvironment();
            check(environment.getProperty("server.address"), port(environment.getProperty("server.port", "8080")));
        }
    }

    private static int port(String setting) {
        try {
            var port = Integer.parseInt(setting.strip());
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the same answer as a number out of range
        }
        throw new StartupProblem(
                StartupProblem.Kind.PORT_TAKEN,
                "PORT is '" + setting + "', which is no port.",
                "Set PORT to a number from 1 to 65535, for example PORT=8080.");
    }

    private static void check(@Nullable String address, int port) {
        if (port == 0) {
            return; // 0 asks the system for any free port
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true); // a port that only waits for old connections to end is free
            probe.bind(
                    address == null
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException taken) {
            throw new StartupProblem(
                    StartupProblem.Kind.PORT_TAKEN,
                    "Port " + port + " cannot be used: " + taken.getMessage() + ".",
                    "Stop the program that uses it, or choose another port, for example PORT=" + (port + 1) + ".");
        }
    }
}
