package org.unknot.account;

import java.util.Comparator;
import org.unknot.shared.PersonId;

/** For whoever asks the {@link Gate} about several people in one transaction. */
public final class InTurn {

    /**
     * The order in which to ask. Each answer is written into that person's chain, and holds it until the transaction ends: two
     * lists of the same people in different orders would wait for each other for ever.
     */
    public static final Comparator<PersonId> ONE_ORDER = Comparator.comparing(PersonId::value);

    private InTurn() {}
}
