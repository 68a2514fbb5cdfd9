package org.unknot.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.moments.DayHasPassed;
import org.springframework.modulith.moments.support.Moments;
import org.springframework.modulith.moments.support.MomentsProperties;
import org.springframework.modulith.moments.support.TimeMachine;

/**
 * The time, by the clinic's calendar. The moments of Spring Modulith know one zone for as long as the program runs, and let days
 * pass by the clock of the machine; here the day passes when it does for the clinic, each once and in order, whatever becomes
 * of the zone meanwhile.
 */
final class ClinicMoments extends TimeMachine implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ClinicMoments.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Supplier<Days> days;
    private final boolean mayShift;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("calendar-", 0).factory());

    private volatile Duration shift = Duration.ZERO;
    private @Nullable LocalDate reached;

    /** @param mayShift false where the time is the real one, always */
    ClinicMoments(Clock clock, ApplicationEventPublisher events, Supplier<Days> days, boolean mayShift) {
        super(clock, events, MomentsProperties.DEFAULTS);
        this.clock = clock;
        this.events = events;
        this.days = days;
        this.mayShift = mayShift;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(shift);
    }

    @Override
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(instant(), days.get().zone());
    }

    @Override
    public LocalDate today() {
        return days.get().of(instant());
    }

    /** Days on the way forward pass one by one. After a way back they come again. */
    @Override
    public synchronized Moments shiftBy(Duration by) {
        if (!mayShift) {
            throw new IllegalStateException(
                    "The time is the real one; only unknot.time-machine=true lets it be shifted");
        }
        letDaysPass();
        shift = shift.plus(by);
        if (by.isNegative()) {
            reached = today();
        }
        letDaysPass();
        return this;
    }

    @Override
    public synchronized Moments reset() {
        shift = Duration.ZERO;
        reached = today();
        return this;
    }

    /** Looking often keeps what is known of the zone fresh, too, on a node that nobody asks anything. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        watch.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            letDaysPass();
        } catch (RuntimeException failed) {
            LOG.error("What is to be done when a day has passed could not be done; the next day does it", failed);
        }
    }

    /** A calendar that was set back lets nothing pass until it is past where it was. */
    synchronized void letDaysPass() {
        LocalDate today = today();
        LocalDate day = reached == null ? today : reached;
        while (day.isBefore(today)) {
            reached = day.plusDays(1); // first, so that a listener that fails is not asked again for the same day
            events.publishEvent(DayHasPassed.of(day));
            day = day.plusDays(1);
        }
        if (reached == null) {
            reached = today;
        }
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }
}
