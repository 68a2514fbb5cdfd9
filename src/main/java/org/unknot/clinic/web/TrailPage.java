package org.unknot.clinic.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who looked at one person's record.
 *
 * @param older where the next page begins, if there is one
 */
public record TrailPage(UUID person, List<Line> lines, Optional<Long> older) {

    public TrailPage {
        lines = List.copyOf(lines);
    }

    /**
     * One entry.
     *
     * @param who empty where nobody known did it
     * @param self whether the person did it themselves
     * @param action as message keys end in it, such as {@code break-glass}
     */
    public record Line(
            UUID subject,
            String at,
            String who,
            boolean self,
            String action,
            String purpose,
            boolean allowed,
            String reason) {}

    /** A chain that does not fit, and where. */
    public record BrokenChain(UUID person, long entry, String how) {}
}
