package org.unknot.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the server answers to a record: what it stored and what it noticed. Stored means on disk.
 *
 * @param first whether this is the first time that this record came
 * @param stale the script was made from another revision of the program than today's
 * @param forbidden exercises in it that are not allowed any more; a fact all the same
 */
public record Receipt(
        UUID id,
        UUID script,
        boolean stored,
        boolean first,
        boolean stale,
        List<String> forbidden,
        Map<String, HeldSeconds> heldSeconds) {}
