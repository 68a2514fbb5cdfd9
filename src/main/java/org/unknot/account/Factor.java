package org.unknot.account;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** One way in which somebody proved who they are. */
public enum Factor {
    /** A passkey that asked for a finger, a face or a PIN: two factors by itself. */
    PASSKEY(FactorGrantedAuthority.WEBAUTHN_AUTHORITY),
    /** A link that went to the account's e-mail address. */
    LINK(FactorGrantedAuthority.OTT_AUTHORITY),
    PASSWORD(FactorGrantedAuthority.PASSWORD_AUTHORITY),
    /** One of the eight codes on paper. */
    RECOVERY_CODE("FACTOR_RECOVERY_CODE");

    private final String authority;

    Factor(String authority) {
        this.authority = authority;
    }

    String authority() {
        return authority;
    }

    static Optional<Factor> of(String authority) {
        return Arrays.stream(values())
                .filter(factor -> factor.authority.equals(authority))
                .findFirst();
    }
}
