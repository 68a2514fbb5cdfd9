package org.unknot.account;

import java.util.Optional;

/** How the clinic may call somebody: never more than they gave. */
public record Contact(Optional<String> name, Optional<String> email, Optional<String> phone) {}
