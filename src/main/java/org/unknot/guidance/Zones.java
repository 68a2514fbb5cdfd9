package org.unknot.guidance;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.unknot.shared.BadInput;

/** Time zones by their IANA names, as this Java knows them. */
public final class Zones {

    static final String EXAMPLE = "Europe/London";

    private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

    /** A place of a part of the world, which is how people look for theirs; the other names are old, or no place. */
    private static final Pattern PLACE =
            Pattern.compile("UTC|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

    private static final List<String> PLACES = List.copyOf(
            new TreeSet<>(NAMES.stream().filter(PLACE.asMatchPredicate()).toList()));

    private Zones() {}

    /** Every name that is a zone with its rules; a bare difference such as {@code +10:00} is none, it knows no summer. */
    static Set<String> names() {
        return NAMES;
    }

    /** To choose from, in order. */
    public static List<String> places() {
        return PLACES;
    }

    /** The name as it is written, for one that was typed in another case or with a space: {@code europe/london}. */
    public static String named(String typed) {
        String wanted = typed.strip().replace(' ', '_');
        return NAMES.stream().filter(wanted::equalsIgnoreCase).findFirst().orElse(typed.strip());
    }

    /** As the operator gave it in a setting of the program. */
    static ZoneId given(String setting, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new BadInput(setting, "the IANA name of a time zone, which " + name + " is not", EXAMPLE);
        }
    }
}
