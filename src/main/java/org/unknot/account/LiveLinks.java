package org.unknot.account;

import java.util.UUID;
import org.unknot.shared.PersonId;

/** Knows which shared links are live. Without one that says yes, a link opens nothing. */
public interface LiveLinks {

    /** Whether the link exists, is neither expired nor revoked, and is to a plan of this person. */
    boolean opens(UUID link, PersonId person);
}
