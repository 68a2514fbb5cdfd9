package org.unknot.clinic.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.springframework.stereotype.Component;
import org.unknot.calendar.Calendar;
import org.unknot.shared.Texts;

/** Moments as the clinic reads them: in its own zone. */
@Component
class ClinicTime {

    private final DateTimeFormatter format;
    private final Calendar calendar;

    ClinicTime(Calendar calendar) {
        this.calendar = calendar;
        this.format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Texts.LOCALE);
    }

    String inWords(Instant at) {
        return format.withZone(calendar.zone()).format(at);
    }

    ZoneId zone() {
        return calendar.zone();
    }
}
