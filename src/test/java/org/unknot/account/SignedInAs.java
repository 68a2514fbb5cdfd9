package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.moments.support.Now;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;

/**
 * People with accounts, for tests: made in the database, with a session as it is after signing in with a passkey. What this
 * leaves out is the ceremony alone; every request with the cookie meets the real doors and the real gate.
 */
public final class SignedInAs {

    private final ApplicationContext context;
    private final Instant at;

    /** For tests with {@code @Autowired ApplicationContext}. */
    public SignedInAs(ApplicationContext context) {
        this.context = context;
        this.at = context.getBean(Now.class).instant();
    }

    /** Somebody with an account and these roles; a patient where there is none. */
    public Somebody with(Role... roles) {
        PersonId person = new PersonId(UuidCreator.getRandomBased());
        context.getBean(People.class).add(person, at, context.getBean(Now.class).today());
        return account(person, roles);
    }

    /** An account for a person who is on record already, such as a guest. */
    public Somebody account(PersonId person, Role... roles) {
        context.getBean(JdbcClient.class)
                .sql("insert into account.account (person_id, opened_at) values (?, ?)")
                .params(person.value(), at.atOffset(ZoneOffset.UTC))
                .update();
        context.getBean(Roles.class).giveAsInvited(Optional.empty(), person, Set.copyOf(Arrays.asList(roles)));
        return new Somebody(person, session(person, strong()), at);
    }

    /** A patient who is 16 or over and lets the clinic see the record. */
    public Somebody patientWhoConsents() {
        Somebody patient = with();
        ConsentsGiven consents = context.getBean(ConsentsGiven.class);
        consents.tellAge(patient.person(), Optional.empty(), at, patient.person());
        consents.give(patient.person(), ConsentAbout.CLINIC_SEES_RECORD, Channel.NONE, 1, at, patient.person());
        return patient;
    }

    /** Makes the other something to the person, as if the person had said so. */
    public void relate(Somebody person, Somebody other, Relationship kind) {
        context.getBean(Ties.class)
                .add(person.person(), other.person(), kind, at, Optional.of(person.person()), Optional.empty());
    }

    /** Gives the person one more carer; the id of that. */
    UUID tie(PersonId person) {
        Ties ties = context.getBean(Ties.class);
        ties.add(person, with().person(), Relationship.CARER, at, Optional.of(person), Optional.empty());
        return ties.of(person, at).getLast().id();
    }

    /** What stands in the address by which somebody becomes the person's carer. */
    String offer(PersonId person) {
        String token = Tokens.fresh();
        Caring.Offer offer = new Caring.Offer(
                UuidCreator.getTimeOrderedEpoch(), person, Relationship.CARER, at.plus(Duration.ofDays(7)));
        context.getBean(CarerLinks.class).add(offer, Tokens.hash(token), at);
        return token;
    }

    /** A second session of the same person, by a link in a mail alone: enough for a patient, not for staff. */
    public String weakSession(PersonId person) {
        return session(person, List.of(factor(FactorGrantedAuthority.OTT_AUTHORITY)));
    }

    /** A session in which a carer has chosen to act for somebody. */
    public String actingFor(Somebody carer, PersonId person) {
        return session(carer.person(), strong(), Optional.of(person));
    }

    /** A new guest's, whole, as a browser sends it. */
    public String guestCookie() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        context.getBean(Guests.class).admit(new MockHttpServletRequest(), response);
        String cookie = String.valueOf(response.getHeader("Set-Cookie"));
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private List<FactorGrantedAuthority> strong() {
        return List.of(factor(FactorGrantedAuthority.WEBAUTHN_AUTHORITY));
    }

    private FactorGrantedAuthority factor(String name) {
        return FactorGrantedAuthority.withAuthority(name).issuedAt(at).build();
    }

    private String session(PersonId person, List<FactorGrantedAuthority> factors) {
        return session(person, factors, Optional.empty());
    }

    @SuppressWarnings("unchecked")
    private String session(PersonId person, List<FactorGrantedAuthority> factors, Optional<PersonId> actingFor) {
        SessionRepository<Session> sessions = context.getBean(SessionRepository.class);
        Session session = sessions.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        person.value().toString(), null, factors)));
        actingFor.ifPresent(other -> session.setAttribute(Visitors.ACTING_FOR, other.value()));
        sessions.save(session);
        return context.getBean(SessionSecrets.class).of(session.getId());
    }

    /**
     * Who has an account, and a browser that is signed in.
     *
     * @param cookie value of {@code unknot_session}
     */
    public record Somebody(PersonId person, String cookie, Instant provedAt) {

        /** As a browser sends it, for example in a RestTestClient's header "Cookie". */
        public String cookieHeader() {
            return SecurityConfiguration.SESSION_COOKIE + "=" + cookie;
        }

        /** For calls below the pages. */
        public Visitor visitor() {
            return new Visitor(Optional.of(person), new SignedIn(person, Optional.of(provedAt), provedAt));
        }
    }
}
