package org.unknot.account;

import java.util.Optional;
import org.unknot.shared.PersonId;

/**
 * Who sends a request: a guest whose cookie bears our signature, or nobody known. Take it as a controller parameter.
 *
 * @param person the guest, empty where there is no cookie or a forged one
 */
public record Visitor(Optional<PersonId> person) {

    public static final Visitor NOBODY = new Visitor(Optional.empty());
}
