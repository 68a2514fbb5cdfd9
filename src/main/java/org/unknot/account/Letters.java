package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Letter.Kind;
import org.unknot.shared.PersonId;

/**
 * Mail to people, written down in the caller's transaction and sent after it. What is asked for is the same work whether an
 * address is known or not, so neither answer nor time tells. Where no mail server is set, news goes nowhere and links are refused.
 */
@Component
public class Letters {

    private final LetterStore letters;
    private final AccountStore accounts;
    private final Postman postman;
    private final Now now;

    Letters(LetterStore letters, AccountStore accounts, Postman postman, Now now) {
        this.letters = letters;
        this.accounts = accounts;
        this.postman = postman;
        this.now = now;
    }

    /** Whether there is a mail server: else pages offer no e-mail at all. */
    public boolean offered() {
        return postman.hasServer();
    }

    /**
     * A link that signs in whoever has this address, and makes an account where there is none.
     *
     * @param browser secret of the browser that asks, by which it is known again
     * @param next where it leads, a path of ours
     */
    @Transactional
    public void linkToSignIn(EmailAddress to, String browser, String next) {
        write(Kind.SIGN_IN, to, List.of(), Optional.empty(), Optional.empty(), Optional.of(Tokens.hash(browser)), next);
    }

    /** A link that gives the person's account this address, once it is opened where they are signed in. */
    @Transactional
    public void linkToAddress(PersonId person, EmailAddress to, String next) {
        write(Kind.ADDRESS, to, List.of(), Optional.of(person), Optional.empty(), Optional.empty(), next);
    }

    @Transactional
    public void invite(UUID invitation, EmailAddress to) {
        write(Kind.INVITATION, to, List.of(), Optional.empty(), Optional.of(invitation), Optional.empty(), "/");
    }

    /** Somebody looked at the person's record without being asked, and why. */
    @Transactional
    public void glassBroken(PersonId person, String reason) {
        tell(person, Kind.GLASS_BROKEN, reason);
    }

    /** The account and all in it are gone; to be called while the address is still known. */
    @Transactional
    public void erased(PersonId person) {
        address(person).ifPresent(to -> {
            letters.removeAllTo(to.value());
            tell(to, Kind.ERASED);
        });
    }

    // Whoever did not do these themselves must hear of them.

    void passkeyAdded(PersonId person, String device) {
        tell(person, Kind.PASSKEY_ADDED, device);
    }

    void passkeyRemoved(PersonId person) {
        tell(person, Kind.PASSKEY_REMOVED);
    }

    void passwordChanged(PersonId person) {
        tell(person, Kind.PASSWORD_CHANGED);
    }

    /** To the old address, so to be called while it still is the account's. */
    void addressChanged(PersonId person) {
        tell(person, Kind.ADDRESS_CHANGED);
    }

    void codeUsed(PersonId person) {
        tell(person, Kind.CODE_USED);
    }

    private void tell(PersonId person, Kind kind, String... words) {
        address(person).ifPresent(to -> tell(to, kind, words));
    }

    private void tell(EmailAddress to, Kind kind, String... words) {
        if (offered()) {
            write(kind, to, List.of(words), Optional.empty(), Optional.empty(), Optional.empty(), "/");
        }
    }

    private Optional<EmailAddress> address(PersonId person) {
        return accounts.contact(person).flatMap(Contact::email).map(EmailAddress::new);
    }

    private void write(
            Kind kind,
            EmailAddress to,
            List<String> words,
            Optional<PersonId> person,
            Optional<UUID> invitation,
            Optional<byte[]> nonce,
            String next) {
        Letter letter = new Letter(UuidCreator.getTimeOrderedEpoch(), kind, to, words, person, invitation, nonce, next);
        if (kind.hasLink()) {
            letters.removeWaiting(letter);
        }
        letters.add(letter, now.instant());
        postman.callAfterCommit();
    }
}
