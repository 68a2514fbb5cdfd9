package org.unknot.guidance;

import java.util.Optional;
import org.unknot.content.Provenance;
import org.unknot.content.Section;

/**
 * Whom to ring in one country. A clinic chooses one; without it nobody guesses a number.
 *
 * @param nurseLine advice by telephone from a nurse, where a number was read at its source
 * @param crisisLine for a mind in crisis, where a number was read at its source
 * @param emergencyDepartment what the place is called there, as it stands in a sentence, such as "a hospital emergency department"
 */
public record LocalePack(
        String id,
        String country,
        Line emergency,
        Optional<Line> nurseLine,
        Optional<Line> crisisLine,
        String emergencyDepartment,
        Provenance provenance) {

    /**
     * A telephone line.
     *
     * @param number as people read it, with spaces
     * @param citation key into docs/clinical/sources.md where the number was read
     */
    public record Line(String name, String number, String hours, String citation) {

        public Line {
            if (!number.matches("\\+?[0-9][0-9 ]{1,18}")) {
                throw new IllegalArgumentException("a number is digits and spaces, such as 13 11 14, got " + number);
            }
        }

        /** The number as a telephone link takes it, such as {@code 131114}. */
        public String dial() {
            return number.replace(" ", "");
        }

        static Line read(Section line) {
            return new Line(
                    line.text("name", "Ambulance, police, fire"),
                    line.text("number", "000"),
                    line.text("hours", "day and night"),
                    line.text("citation", "S12"));
        }
    }

    static LocalePack read(Section file) {
        String example = "{name: Nurse line, number: 1800 022 222, hours: day and night, citation: S12}";
        return new LocalePack(
                file.documentId(),
                file.text("country", "Australia"),
                file.section("emergency", example, Line::read),
                file.optionalSection("nurse-line", example, Line::read),
                file.optionalSection("crisis-line", example, Line::read),
                file.text("emergency-department", "a hospital emergency department"),
                file.provenance());
    }
}
