package org.unknot.account;

import java.util.Optional;
import java.util.Set;

/**
 * One line of the access table: who, and what they may read and change. It has a name, because a decision says which line allowed it, and a
 * reason, because somebody will ask.
 */
record AccessRule(String name, Who who, Set<Purpose> read, Set<Purpose> change, String reason) {

    /** Whom a rule is about. */
    sealed interface Who {

        /** A guest, to their own record. */
        record OwnGuest() implements Who {}

        /** Whoever holds a shared link that is live. */
        record LinkHolder() implements Who {}

        /** Somebody by what they are to the person; where an age is named, only while the person is of that age. */
        record Related(Relationship relationship, Optional<Age> age) implements Who {}

        /** Staff by role, with a relationship where one is named, and only with the person's consent unless it is not needed. */
        record Staff(Role role, Optional<Relationship> relationship, boolean needsConsent) implements Who {}

        /** A clinician who broke the glass. */
        record GlassBreaker(Role role) implements Who {}
    }

    /** Whether this line speaks of somebody with these grounds. */
    boolean covers(Grounds grounds) {
        return switch (who) {
            case Who.OwnGuest guest -> grounds.ownAsGuest();
            case Who.LinkHolder holder -> grounds.liveLink();
            case Who.Related(Relationship relationship, Optional<Age> age) ->
                grounds.relationships().contains(relationship)
                        && age.map(needed -> needed == grounds.age()).orElse(true);
            case Who.Staff(Role role, Optional<Relationship> relationship, boolean needsConsent) ->
                grounds.roles().contains(role)
                        && relationship.map(grounds.relationships()::contains).orElse(true)
                        && (grounds.consent() || !needsConsent);
            case Who.GlassBreaker(Role role) -> grounds.roles().contains(role) && grounds.glass();
        };
    }
}
