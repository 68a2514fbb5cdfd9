package org.unknot.account;

import java.util.Set;

/**
 * All that a decision about one person's record rests on, read in one query. Nothing else decides.
 *
 * @param ownAsGuest the person is a guest, and the cookie with our signature is theirs
 * @param liveLink a link to this person's plan that is neither expired nor revoked
 * @param relationships what the one who asks is to the person just now
 * @param roles what they are to the clinic just now; none unless they proved themselves strongly in this session
 * @param age of the person
 * @param consent whether the person lets the clinic see the record
 * @param glass whether they broke the glass within the last hour
 */
record Grounds(
        boolean ownAsGuest,
        boolean liveLink,
        Set<Relationship> relationships,
        Set<Role> roles,
        Age age,
        boolean consent,
        boolean glass) {

    static final Grounds NONE = new Grounds(false, false, Set.of(), Set.of(), Age.UNKNOWN, false, false);

    Grounds(
            boolean ownAsGuest,
            boolean liveLink,
            Set<Relationship> relationships,
            Set<Role> roles,
            Age age,
            boolean consent,
            boolean glass) {
        this.ownAsGuest = ownAsGuest;
        this.liveLink = liveLink;
        this.relationships = Set.copyOf(relationships);
        this.roles = Set.copyOf(roles);
        this.age = age;
        this.consent = consent;
        this.glass = glass;
    }

    static Grounds guest() {
        return new Grounds(true, false, Set.of(), Set.of(), Age.UNKNOWN, false, false);
    }

    static Grounds link() {
        return new Grounds(false, true, Set.of(), Set.of(), Age.UNKNOWN, false, false);
    }
}
