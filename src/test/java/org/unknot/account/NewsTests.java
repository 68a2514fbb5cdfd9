package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;

/** What an account's address hears of by letter, besides links. */
class NewsTests extends WithMail {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private BreakGlass glass;

    @Test
    void thatTheAccountIsGone() throws Exception {
        String address = address();
        PersonsBrowser phone = browser();
        phone.signInByLink(address, 1);
        assertThat(PersonsBrowser.location(phone.post("/account/erasure"))).isEqualTo("/privacy?erased=true");
        assertThat(accounts.of(new EmailAddress(address))).isEmpty();
        assertThat(Mailbox.letter(address, 2).getSubject()).isEqualTo("Your account is gone");
    }

    @Test
    void thatSomebodyLookedInAnEmergencyAndWhy() throws Exception {
        String address = address();
        browser().signInByLink(address, 1);
        PersonId therapist = accounts.open();
        roles.giveAsInvited(Optional.empty(), therapist, Set.of(Role.SOFT_TISSUE_OT));
        Visitor strong = new Visitor(Optional.of(therapist), new SignedIn(therapist, Optional.of(time.instant())));
        glass.open(
                strong, accounts.of(new EmailAddress(address)).orElseThrow(), "Called from the emergency department");
        assertThat(Mailbox.text(Mailbox.letter(address, 2))).contains("Called from the emergency department");
    }
}
