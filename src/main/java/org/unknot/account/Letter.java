package org.unknot.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.unknot.shared.PersonId;

/**
 * Mail that waits. Holds no secret: a link is made when the letter goes out.
 *
 * @param words what fills the {0} {1} of its text; the link, where it has one, comes after them
 * @param person whose address a link would confirm; empty for everything else
 * @param nonce hash of the cookie of the browser that asked for a link
 * @param next where a link leads when it has done its work, a path of ours
 */
record Letter(
        UUID id,
        Kind kind,
        EmailAddress to,
        List<String> words,
        Optional<PersonId> person,
        Optional<UUID> invitation,
        Optional<byte[]> nonce,
        String next) {

    /** What it is for; its text is {@code account.letter.<key>}. */
    enum Kind {
        SIGN_IN("sign-in"),
        ADDRESS("address"),
        INVITATION("invitation"),
        PASSKEY_ADDED("passkey-added"),
        PASSKEY_REMOVED("passkey-removed"),
        PASSWORD_CHANGED("password-changed"),
        ADDRESS_CHANGED("address-changed"),
        CODE_USED("code-used"),
        GLASS_BROKEN("glass-broken"),
        ERASED("erased");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        boolean hasLink() {
            return this == SIGN_IN || this == ADDRESS;
        }
    }
}
