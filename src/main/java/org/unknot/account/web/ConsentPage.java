package org.unknot.account.web;

import java.util.List;
import org.unknot.account.ConsentText;

/** What the page about consents shows. */
public final class ConsentPage {

    private ConsentPage() {}

    /**
     * A consent by one channel.
     *
     * @param given when and by whom, or empty
     * @param older whether the words have changed since
     */
    public record Choice(String channel, boolean holds, String given, boolean older) {}

    /** Words, and what the person chose. */
    public record Asked(ConsentText text, String about, List<Choice> choices) {}

    /** What a kind of staff sees, and who of them there is for this person. */
    public record Sight(String role, String sees, List<String> people) {}
}
