package org.unknot.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.unknot.account.Letter.Kind;

/**
 * Takes letters to the mail server, one after the other, after the answer went out. A letter that the server does not take is
 * tried again for an hour, less and less often. Each try of a letter with a link makes a new one, of which only the hash stays.
 */
@Component
class Postman implements DisposableBean {

    static final Duration LINK_VALID = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** Longer than the slowest server that still takes a letter, so that nobody else takes the same one meanwhile. */
    private static final Duration AGAIN = Duration.ofSeconds(90);

    private static final int FAILED_IN_A_ROW = 3;
    private static final Duration GIVEN_UP = Duration.ofHours(1);
    private static final Duration ROUND = Duration.ofSeconds(30);

    private final LetterStore letters;
    private final InvitationStore invitations;
    private final LetterText text;
    private final Optional<MailServer> server;
    private final Now now;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postman-", 0).factory());

    Postman(LetterStore letters, InvitationStore invitations, LetterText text, MailSettings settings, Now now) {
        this.letters = letters;
        this.invitations = invitations;
        this.text = text;
        this.server = settings.server();
        this.now = now;
    }

    boolean hasServer() {
        return server.isPresent();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (hasServer()) {
            rounds.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** So that a letter goes out within moments and never before what it tells of is true. */
    void callAfterCommit() {
        if (hasServer()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    ((ExecutorService) rounds).execute(Postman.this::round);
                }
            });
        }
    }

    void round() {
        try {
            Instant at = now.instant();
            int stale = letters.removeWantedBefore(at.minus(GIVEN_UP));
            if (stale > 0) {
                LOG.warn("{} letters given up: the mail server took none of them for an hour", stale);
            }
            letters.removeLinksExpiredBefore(at);
            int failedInARow = 0;
            Optional<Letter> next = letters.take(at, now.instant(), AGAIN);
            while (next.isPresent()) {
                failedInARow = send(next.get()) ? 0 : failedInARow + 1;
                // A server that is away would cost each of a hundred letters its patience; next time they are due.
                next = failedInARow < FAILED_IN_A_ROW ? letters.take(at, now.instant(), AGAIN) : Optional.empty();
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Letters wait, no database: {}", away.getMessage());
        }
    }

    /** Says whether the server took it. */
    private boolean send(Letter letter) {
        try {
            server.orElseThrow().send(letter.to().value(), text.subject(letter), text.body(letter, link(letter)));
            letters.remove(letter.id());
            return true;
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException refused) {
            // Whatever is wrong with one must not end the rounds of all. Without the message: a server's answer
            // often repeats the address.
            LOG.warn(
                    "The mail server did not take a letter ({}); trying again",
                    refused.getClass().getSimpleName());
            return false;
        }
    }

    private String link(Letter letter) {
        if (letter.kind().hasLink()) {
            String token = Tokens.fresh();
            letters.addLink(Tokens.hash(token), letter, now.instant().plus(LINK_VALID));
            return "/sign-in/link?token=" + token;
        }
        if (letter.kind() == Kind.INVITATION && letter.invitation().isPresent()) {
            String token = Tokens.fresh();
            invitations.addLink(letter.invitation().get(), Tokens.hash(token));
            return "/join/" + token;
        }
        return "/account";
    }

    @Override
    public void destroy() {
        rounds.shutdownNow();
    }
}
