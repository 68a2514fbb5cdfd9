package org.unknot.guidance.web;

import java.util.List;
import java.util.Locale;
import org.unknot.guidance.Topic;

/** The topics for one need, as the index shows them. */
public record Shelf(Topic.Need need, List<Topic> topics) {

    /** The need as a message key ends in it, such as {@code understand}. */
    public String word() {
        return need.name().toLowerCase(Locale.ROOT);
    }
}
