package org.unknot.account;

import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** A mail server, and the address that our letters come from. */
final class MailServer {

    private final JavaMailSender sender;
    private final String from;

    MailServer(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    /** Throws a {@link org.springframework.mail.MailException} when the server does not take it. */
    void send(String to, String subject, String text) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(to);
        message.setSubject(subject);
        message.setText(text);
        try {
            sender.send(message);
        } catch (MailSendException failed) {
            if (!failed.getFailedMessages().isEmpty()) {
                throw failed;
            }
            // Taken, and then the connection broke: to send it again would be to send it twice.
        }
    }
}
