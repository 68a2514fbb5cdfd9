package org.unknot.web;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** A server of its own without the program: one servlet on a free port, for what is told of raw connections. */
final class BareTomcat implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();

    BareTomcat(Path folder, Connector connector, HttpServlet servlet, Valve... valves) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        connector.setPort(0);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "all", servlet);
        context.addServletMappingDecoded("/", "all");
        for (Valve valve : valves) {
            tomcat.getEngine().getPipeline().addValve(valve);
        }
        tomcat.start();
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
