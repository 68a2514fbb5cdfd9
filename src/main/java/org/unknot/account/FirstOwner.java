package org.unknot.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** While the clinic has no owner, each start prints a link that makes whoever opens it one, once; earlier ones are void then. */
@Component
class FirstOwner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOwner.class);

    private final Invitations invitations;

    FirstOwner(Invitations invitations) {
        this.invitations = invitations;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        // The one secret that is logged: whoever reads this console runs the program, and until it is used there is
        // nothing to see.
        invitations
                .firstOwner()
                .ifPresent(link -> LOG.info("No owner yet. To become it, open once, within 7 days: {}", link));
    }
}
