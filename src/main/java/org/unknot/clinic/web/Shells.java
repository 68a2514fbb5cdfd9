package org.unknot.clinic.web;

import org.springframework.stereotype.Component;
import org.unknot.account.AccessDenied;
import org.unknot.account.Accounts;
import org.unknot.account.Contact;
import org.unknot.account.Roles;
import org.unknot.account.Standing.SignedIn;
import org.unknot.account.Visitor;
import org.unknot.clinic.web.Shell.Entry;

/** Dresses a page for whoever of the staff asks for it. */
@Component
class Shells {

    private final Roles roles;
    private final Accounts accounts;

    Shells(Roles roles, Accounts accounts) {
        this.roles = roles;
        this.accounts = accounts;
    }

    /**
     * The page's dress. The route's door has said who may come; a place that is not in somebody's way around is not served here
     * either.
     *
     * @throws AccessDenied for whoever has no role that leads here, or has not proved it strongly in this session
     */
    Shell of(Visitor visitor, Entry here) {
        if (!(visitor.standing() instanceof SignedIn signedIn)
                || signedIn.strongAt().isEmpty()) {
            throw new AccessDenied();
        }
        String name = accounts.contact(signedIn.self()).flatMap(Contact::name).orElse("");
        Shell shell = new Shell(roles.of(signedIn.self()), here, name);
        if (!shell.entries().contains(here)) {
            throw new AccessDenied();
        }
        return shell;
    }
}
