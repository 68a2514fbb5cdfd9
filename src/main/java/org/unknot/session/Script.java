package org.unknot.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the player plays, start to end. Durations are relative; the player derives deadlines, so pause, skip and easier shift
 * what follows (design.md §5).
 *
 * @param id names this script in records
 * @param revision of the program it was made from; another revision makes it stale
 * @param triageId the answers on which the program stood; null for the ease script, which needs none
 * @param contentHash changes when the words or doses it was made from change
 * @param validUntil until when it may be started without asking the server again, at most 24 hours after it was made
 */
public record Script(
        UUID id, String revision, @Nullable UUID triageId, String contentHash, Instant validUntil, List<Step> steps) {

    public Script {
        steps = List.copyOf(steps);
    }
}
