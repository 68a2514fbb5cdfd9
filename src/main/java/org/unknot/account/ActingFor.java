package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;
import org.unknot.shared.Texts;

/**
 * Whether a signed-in carer's pages are about another person's record just now. It is kept in their session, checked at each request,
 * and said on every page.
 */
@Component
public class ActingFor {

    /** Request attribute: how the person is called whose record the pages are about. */
    private static final String NAME = "unknot.acting-for.name";

    private final Caring caring;
    private final Accounts accounts;
    private final Texts texts;

    ActingFor(Caring caring, Accounts accounts, Texts texts) {
        this.caring = caring;
        this.accounts = accounts;
        this.texts = texts;
    }

    /**
     * From the next request on.
     *
     * @throws AccessDenied when the visitor is neither a carer nor a guardian of the person
     */
    public void start(Visitor visitor, PersonId person, HttpServletRequest request) {
        if (!(visitor.standing() instanceof SignedIn signedIn) || !caring.mayActFor(signedIn.self(), person)) {
            throw new AccessDenied();
        }
        request.getSession().setAttribute(Visitors.ACTING_FOR, person.value());
    }

    /** The pages are about one's own record again. */
    public void stop(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(Visitors.ACTING_FOR);
        }
    }

    /** Whether what the session says still holds; where it does not, it is gone from the session afterwards. */
    boolean holds(Visitor visitor, HttpServletRequest request) {
        if (!(visitor.standing() instanceof SignedIn signedIn)) {
            return true;
        }
        Optional<PersonId> other = visitor.person().filter(person -> !person.equals(signedIn.self()));
        if (other.isEmpty()) {
            return true;
        }
        if (!caring.mayActFor(signedIn.self(), other.get())) {
            stop(request);
            return false;
        }
        request.setAttribute(NAME, nameOf(other.get()));
        return true;
    }

    private String nameOf(PersonId person) {
        return accounts.contact(person)
                .flatMap(contact -> contact.name().or(contact::email))
                .orElseGet(() -> texts.text("account.names.nameless"));
    }

    /**
     * How the person is called whose record the page is about, where it is not one's own. Only for what a browser shows: what a
     * service worker fetches ahead must be the same for everybody.
     */
    public static Optional<String> shownOn(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null || mode.equals("navigate")
                ? Optional.ofNullable(request.getAttribute(NAME)).map(String::valueOf)
                : Optional.empty();
    }
}
