package org.unknot.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at a start without {@code --demo} that the database is one of a demo, before real people come to be among invented ones. */
@Component
@ConditionalOnProperty(name = "unknot.demo", havingValue = "false")
class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

    private final Marks marks;

    Leftover(Marks marks) {
        this.marks = marks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (marks.whole().isPresent()) {
            LOG.warn(
                    "Everybody in this database is invented: a start with --demo made it. Use another for real people.");
        }
    }
}
