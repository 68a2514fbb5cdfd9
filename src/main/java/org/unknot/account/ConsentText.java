package org.unknot.account;

import java.util.List;
import java.util.Set;
import org.unknot.content.Provenance;
import org.unknot.content.Section;

/**
 * What somebody reads before they consent. A change of meaning is a new version; who agreed to an older one is shown so.
 *
 * @param channels what the person chooses between; empty where it is not about being contacted
 */
public record ConsentText(
        ConsentAbout about,
        int version,
        Set<Channel> channels,
        String title,
        String lead,
        List<String> points,
        Provenance provenance) {

    static ConsentText read(Section file) {
        ConsentText text = new ConsentText(
                file.oneOf("about", ConsentAbout.class),
                file.wholeNumber("version", 1, 999, "1"),
                file.optionalSet("channels", Channel.class),
                file.text("title", "The clinic may remind me"),
                file.text("lead", "Choose how you want to hear from us."),
                file.texts("points", "You can take it back at any time."),
                file.provenance());
        boolean contact = text.about() != ConsentAbout.CLINIC_SEES_RECORD;
        if (file.sound()
                && (contact == text.channels().isEmpty() || text.channels().contains(Channel.NONE))) {
            file.refuse("channels", "email, phone, push where it is about being contacted, else nothing", "[email]");
        }
        return text;
    }

    /** The one channel of a consent that is not about being contacted, or those to choose from. */
    public Set<Channel> choices() {
        return channels.isEmpty() ? Set.of(Channel.NONE) : channels;
    }
}
