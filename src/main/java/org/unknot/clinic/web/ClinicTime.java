package org.unknot.clinic.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.unknot.shared.Texts;

/** Moments as the clinic reads them: in its own zone. */
@Component
class ClinicTime {

    private final DateTimeFormatter format;
    private final ZoneId zone;

    ClinicTime(@Value("${unknot.zone}") ZoneId zone) {
        this.zone = zone;
        this.format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Texts.LOCALE)
                .withZone(zone);
    }

    String inWords(Instant at) {
        return format.format(at);
    }

    ZoneId zone() {
        return zone;
    }
}
