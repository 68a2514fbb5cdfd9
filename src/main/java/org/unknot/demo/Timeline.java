package org.unknot.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.modulith.moments.support.TimeMachine;

/** What happened to invented people, in the order of time: the clock is moved to each moment before it is lived. */
final class Timeline {

    private final List<Moment> moments = new ArrayList<>();
    private final Instant end;

    Timeline(Instant end) {
        this.end = end;
    }

    private record Moment(Instant at, Runnable lived) {}

    /** Something that happened so long before the end. */
    void before(Duration ago, Runnable lived) {
        moments.add(new Moment(end.minus(ago), lived));
    }

    void live(TimeMachine time) {
        moments.stream().sorted(Comparator.comparing(Moment::at)).forEach(moment -> {
            time.shiftBy(Duration.between(time.instant(), moment.at()));
            moment.lived().run();
        });
    }
}
