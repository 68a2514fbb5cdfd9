package org.unknot.account;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.unknot.shared.BadInput;

/** The operator's mail server, if there is one. */
@Component
class MailSettings {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<MailServer> server;

    @Autowired
    MailSettings(
            @Value("${unknot.smtp.host}") String host,
            @Value("${unknot.smtp.port}") int port,
            @Value("${unknot.smtp.user}") String user,
            @Value("${unknot.smtp.password}") String password,
            @Value("${unknot.smtp.from}") String from,
            @Value("${unknot.smtp.security}") String security) {
        server = host.isBlank()
                ? Optional.empty()
                : Optional.of(
                        new MailServer(sender(host.strip(), port, user, password, security, PATIENCE), address(from)));
    }

    MailSettings(MailServer server) {
        this.server = Optional.of(server);
    }

    Optional<MailServer> server() {
        return server;
    }

    private static String address(String from) {
        if (from.isBlank()) {
            throw new BadInput("unknot.smtp.from", "the address that letters come from", "back@example.org");
        }
        return EmailAddress.typed(from).value();
    }

    static JavaMailSenderImpl sender(
            String host, int port, String user, String password, String security, Duration patience) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        Properties mail = sender.getJavaMailProperties();
        switch (security) {
            // "required": a server that offers no encryption gets no letter, since a letter holds a key.
            case "starttls" -> {
                mail.setProperty("mail.smtp.starttls.enable", "true");
                mail.setProperty("mail.smtp.starttls.required", "true");
            }
            case "tls" -> mail.setProperty("mail.smtp.ssl.enable", "true");
            case "none" -> mail.setProperty("mail.smtp.starttls.enable", "false");
            default -> throw new BadInput("unknot.smtp.security", "starttls, tls or none", "starttls");
        }
        mail.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        for (String step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            mail.setProperty("mail.smtp." + step, Long.toString(patience.toMillis()));
        }
        mail.setProperty(
                "mail.smtp.quitwait", "false"); // it has the letter; what it says to our goodbye changes nothing
        if (!user.isBlank()) {
            sender.setUsername(user);
            sender.setPassword(password);
            mail.setProperty("mail.smtp.auth", "true");
        }
        return sender;
    }
}
