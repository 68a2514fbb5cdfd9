package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/** Joining the staff: by a link that works once, and only with a sign-in that is strong enough for staff. */
class JoinTests extends WithMail {

    private static final Set<Role> DESK = Set.of(Role.FRONT_DESK);

    @Autowired
    private Invitations invitations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Test
    void theLinkGivesItsRolesOnceToWhoIsStronglySignedIn() {
        PersonId kim = accounts.open();
        String token = token(invitations.invite(strong(accounts.open()), DESK, Optional.empty()));
        assertThat(invitations.accept(token, strong(kim), new MockHttpServletRequest()))
                .isTrue();
        assertThat(roles.of(kim)).isEqualTo(DESK);
        PersonId second = accounts.open();
        assertThat(invitations.accept(token, strong(second), new MockHttpServletRequest()))
                .isFalse();
        assertThat(roles.of(second)).isEmpty();
    }

    @Test
    void aLinkOrAPasswordAloneIsNotEnoughAndUsesNothingUp() {
        PersonId kim = accounts.open();
        String token = token(invitations.invite(strong(accounts.open()), DESK, Optional.empty()));
        Visitor weak = new Visitor(Optional.of(kim), new SignedIn(kim, Optional.empty(), time.instant()));
        assertThatThrownBy(() -> invitations.accept(token, weak, new MockHttpServletRequest()))
                .isInstanceOf(NotFresh.class);
        assertThat(invitations.accept(token, Visitor.NOBODY, new MockHttpServletRequest()))
                .isFalse();
        assertThat(roles.of(kim)).isEmpty();
        assertThat(invitations.open(token)).isPresent();
    }

    @Test
    void afterSevenDaysOrWhenWithdrawnItIsVoid() {
        Visitor owner = strong(accounts.open());
        String old = token(invitations.invite(owner, DESK, Optional.empty()));
        time.shiftBy(Duration.ofDays(8));
        assertThat(invitations.open(old)).isEmpty();
        String withdrawn = token(invitations.invite(owner, DESK, Optional.empty()));
        Invitation invitation = invitations.open(withdrawn).orElseThrow();
        assertThat(invitations.open()).contains(invitation);
        assertThat(invitations.withdraw(owner, invitation.id())).isTrue();
        assertThat(invitations.accept(withdrawn, strong(accounts.open()), new MockHttpServletRequest()))
                .isFalse();
    }

    @Test
    void anInvitationIsForSomething() {
        Visitor owner = strong(accounts.open());
        assertThatThrownBy(() -> invitations.invite(owner, Set.of(), Optional.empty()))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> invitations.invite(owner, DESK, Optional.of("nobody")))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> invitations.invite(Visitor.NOBODY, DESK, Optional.empty()))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void aMailedOneHasALinkOfItsOwnAndBothLeadToTheSame() throws Exception {
        String address = address();
        String shown = token(invitations.invite(strong(accounts.open()), DESK, Optional.of(address)));
        String mailed = Mailbox.link(address, 1).replaceFirst("/join/", "");
        assertThat(mailed).isNotEqualTo(shown);
        assertThat(invitations.open(mailed)).isEqualTo(invitations.open(shown)).isPresent();
        assertThat(invitations.accept(mailed, strong(accounts.open()), new MockHttpServletRequest()))
                .isTrue();
        assertThat(invitations.open(shown)).isEmpty();
    }

    @Test
    void theSecretLeavesTheAddressAtOnce() throws Exception {
        PersonsBrowser phone = browser();
        URI link = invitations.invite(strong(accounts.open()), DESK, Optional.empty());
        var arrived = phone.get(link.getPath());
        assertThat(PersonsBrowser.location(arrived)).isEqualTo("/join");
        assertThat(arrived.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "Path=/join");
        assertThat(phone.get("/join").body()).contains("Front desk").doesNotContain(token(link));
        assertThat(browser().get("/join").statusCode()).isEqualTo(410);
        assertThat(browser().get("/join/" + "A".repeat(43)).statusCode()).isEqualTo(410);
    }

    private static String token(URI link) {
        return link.getPath().replaceFirst("/join/", "");
    }

    private Visitor strong(PersonId person) {
        return new Visitor(Optional.of(person), new SignedIn(person, Optional.of(time.instant())));
    }
}
