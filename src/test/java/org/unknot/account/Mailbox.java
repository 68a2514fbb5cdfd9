package org.unknot.account;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A mail server inside the test, one for all contexts, that keeps what it gets. */
public final class Mailbox {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");
    private static final GreenMail SERVER = started();

    private Mailbox() {}

    private static GreenMail started() {
        ServerSetup smtp = ServerSetupTest.SMTP.dynamicPort();
        smtp.setServerStartupTimeout(10_000);
        GreenMail server = new GreenMail(smtp);
        server.start();
        return server;
    }

    /** Makes the program send its letters here. */
    public static void settings(DynamicPropertyRegistry settings) {
        settings.add("unknot.smtp.host", () -> "127.0.0.1");
        settings.add("unknot.smtp.port", () -> SERVER.getSmtp().getPort());
        settings.add("unknot.smtp.from", () -> "back@example.org");
        settings.add("unknot.smtp.security", () -> "none");
    }

    /**
     * The newest letter to that address, once there are as many as said. A letter to somebody else that was cut off meanwhile, as
     * on a machine that is too busy, makes a thread of the mail server fail, and is none of this one's business.
     */
    public static MimeMessage letter(String to, int count) {
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(20))
                .until(() -> letters(to).size() >= count);
        return letters(to).getLast();
    }

    public static List<MimeMessage> letters(String to) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(letter -> isTo(letter, to))
                .toList();
    }

    private static boolean isTo(MimeMessage letter, String to) {
        try {
            return letter.getAllRecipients()[0].toString().equals(to);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path of the link in the newest letter to that address. */
    public static String link(String to, int count) {
        Matcher link = LINK.matcher(text(letter(to, count)));
        if (!link.find()) {
            throw new AssertionError("no link in " + text(letter(to, count)));
        }
        return link.group(1);
    }

    public static String text(MimeMessage letter) {
        try {
            return String.valueOf(letter.getContent()).replace("\r\n", "\n");
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(GreenMailUtil.getWholeMessage(letter), e);
        }
    }
}
