package org.unknot.triage;

import java.util.List;
import java.util.function.Predicate;

/**
 * One of the two pages that stand before everything else.
 *
 * @param id the page's address without its slash
 */
public record DangerPage(String id, List<DangerLine> lines) {

    public DangerPage {
        lines = List.copyOf(lines);
    }

    /** The same page under another address with only some of its lines. */
    public DangerPage only(String address, Predicate<DangerLine> kept) {
        return new DangerPage(address, lines.stream().filter(kept).toList());
    }
}
