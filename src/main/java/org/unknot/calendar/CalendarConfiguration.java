package org.unknot.calendar;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the clinic's calendar where Spring Modulith would put one of a fixed zone. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    private static final Days WITHOUT_A_CLINIC = Days.in(ZoneOffset.UTC);

    /** The calendar is asked for late: whoever knows the zone keeps it with a date. */
    @Bean
    ClinicMoments moments(
            ApplicationEventPublisher events,
            ObjectProvider<Calendar> calendar,
            @Value("#{${unknot.time-machine} || ${unknot.demo}}") boolean mayShift) {
        return new ClinicMoments(
                Clock.systemUTC(),
                events,
                () -> {
                    Calendar clinics = calendar.getIfAvailable();
                    return clinics == null ? WITHOUT_A_CLINIC : clinics.days();
                },
                mayShift);
    }
}
