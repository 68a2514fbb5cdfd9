package org.unknot.clinic.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.unknot.account.Role;

/**
 * What every page of the staff wears: where somebody with these roles can go, and where they are.
 *
 * @param here the entry of the page that is shown
 * @param name of who is signed in, as they want to be called; empty when they gave none
 */
public record Shell(Set<Role> roles, Entry here, String name) {

    private static final Set<Role> WITH_PEOPLE = Set.of(
            Role.OWNER,
            Role.SOFT_TISSUE_OT,
            Role.EXERCISE_PHYSIOLOGIST,
            Role.PERSONAL_TRAINER,
            Role.CLASS_LEAD,
            Role.FRONT_DESK);

    public Shell {
        roles = Set.copyOf(roles);
    }

    /** A place in the navigation. */
    public enum Entry {
        HOME("/staff", Set.of(Role.values())),
        PEOPLE("/staff/people", WITH_PEOPLE),
        TEAM("/staff/team", Set.of(Role.OWNER)),
        AUDIT("/staff/audit", Set.of(Role.OWNER, Role.AUDITOR)),
        SETTINGS("/staff/settings", Set.of(Role.OWNER));

        private final String address;
        private final Set<Role> roles;

        Entry(String address, Set<Role> roles) {
            this.address = address;
            this.roles = roles;
        }

        public String address() {
            return address;
        }

        /** As message keys end in it, such as {@code people}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where these roles can go. What they may see there, the gate says. */
    public List<Entry> entries() {
        return Stream.of(Entry.values())
                .filter(entry -> entry.roles.stream().anyMatch(roles::contains))
                .toList();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
