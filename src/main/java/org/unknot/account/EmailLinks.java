package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Letter.Kind;
import org.unknot.account.LetterStore.MailedLink;
import org.unknot.account.Standing.Guest;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;

/**
 * Links from letters, each for one use within 15 minutes. Looking at the page of a link uses nothing up, because programs that
 * check mail look at every link; the button on it does.
 *
 * <p>A plan on the phone goes into the account by itself only where the link was asked for in the same browser. Anybody can make
 * us send somebody a link, or leave a plan of theirs behind: then the person is asked first.
 */
@Component
public class EmailLinks {

    private final LetterStore letters;
    private final Accounts accounts;
    private final Guests guests;
    private final Letters news;
    private final SignIns signIns;
    private final Adoption adoption;
    private final Now now;

    EmailLinks(
            LetterStore letters,
            Accounts accounts,
            Guests guests,
            Letters news,
            SignIns signIns,
            Adoption adoption,
            Now now) {
        this.letters = letters;
        this.accounts = accounts;
        this.guests = guests;
        this.news = news;
        this.signIns = signIns;
        this.adoption = adoption;
        this.now = now;
    }

    /** What became of a link. */
    public sealed interface Outcome {

        /** Signed in; {@code planWaits} when the plan on this phone is not in the account, and the person should say what to do. */
        record In(PersonId person, boolean planWaits, String next) implements Outcome {}

        /** The account has its new address. */
        record AddressKept(String next) implements Outcome {}

        /** The address is another account's already; whoever opened this link may sign in to that one by it. */
        record AddressTaken() implements Outcome {}

        /** Used, too old, made up, or somebody else's to open. */
        record Refused() implements Outcome {}
    }

    /** Whether the link could be used now. */
    public boolean isOpen(String token) {
        return letters.link(Tokens.hash(token), now.instant()).isPresent();
    }

    /**
     * Uses the link.
     *
     * @param browser the secret that this browser got when it asked for a link, or an empty text
     */
    @Transactional
    public Outcome open(
            String token, String browser, Visitor here, HttpServletRequest request, HttpServletResponse response) {
        byte[] hash = Tokens.hash(token);
        Optional<MailedLink> seen = letters.link(hash, now.instant());
        if (seen.isEmpty() || !mayOpen(seen.get(), here)) {
            return new Outcome.Refused();
        }
        return letters.takeLink(hash, now.instant())
                .<Outcome>map(link -> link.kind() == Kind.ADDRESS
                        ? keepAddress(link)
                        : signIn(link, link.askedWith(browser), here, request, response))
                .orElseGet(Outcome.Refused::new);
    }

    /** A link that gives an account its address works only where that account's owner is signed in. */
    private static boolean mayOpen(MailedLink link, Visitor here) {
        return link.person().isEmpty()
                || here.standing() instanceof SignedIn signedIn
                        && link.person().get().equals(signedIn.self());
    }

    private Outcome keepAddress(MailedLink link) {
        PersonId person = link.person().orElseThrow();
        Optional<PersonId> owner = accounts.of(link.email());
        if (owner.isPresent() && !owner.get().equals(person)) {
            return new Outcome.AddressTaken();
        }
        news.addressChanged(person);
        accounts.use(person, link.email());
        return new Outcome.AddressKept(link.next());
    }

    private Outcome signIn(
            MailedLink link, boolean asked, Visitor here, HttpServletRequest request, HttpServletResponse response) {
        Optional<PersonId> guest = here.standing() instanceof Guest ? guests.known(here) : Optional.empty();
        Optional<PersonId> owner = accounts.of(link.email());
        PersonId person = owner.orElseGet(() -> open(link.email(), guest.filter(plan -> asked)));
        boolean apart = guest.isPresent() && !guest.get().equals(person);
        if (apart && asked) {
            Visitor account = new Visitor(Optional.of(person), new SignedIn(person, Optional.empty(), now.instant()));
            adoption.adopt(here, account);
            guests.forget(request, response);
        }
        signIns.signIn(person, request, response, Factor.LINK);
        return new Outcome.In(person, apart && !asked, link.next());
    }

    private PersonId open(EmailAddress email, Optional<PersonId> guest) {
        guest.ifPresent(accounts::open);
        PersonId person = guest.orElseGet(accounts::open);
        accounts.use(person, email);
        return person;
    }
}
