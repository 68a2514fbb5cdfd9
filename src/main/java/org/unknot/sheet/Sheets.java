package org.unknot.sheet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.unknot.account.Gate;
import org.unknot.account.Visitor;
import org.unknot.figure.Build;
import org.unknot.figure.Figures;
import org.unknot.guidance.Guidance;
import org.unknot.program.Program;
import org.unknot.program.Programs;
import org.unknot.shared.PersonId;
import org.unknot.shared.Texts;

/** Prints a person's plan of today. Setting a page costs as much as hundreds of pages on a screen, so it is rationed. */
@Service
public class Sheets {

    private static final int SHEETS_PER_PERSON = 6;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final Programs programs;
    private final Gate gate;
    private final Guidance guidance;
    private final Figures figures;
    private final Texts texts;
    private final boolean demo;
    private final Semaphore press = new Semaphore(1, true);
    private final Cache<PersonId, Bucket> rations =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(WITHIN).build();

    private @Nullable SheetPrinter printer;

    Sheets(
            Programs programs,
            Gate gate,
            Guidance guidance,
            Figures figures,
            Texts texts,
            @Value("${unknot.demo}") boolean demo) {
        this.programs = programs;
        this.gate = gate;
        this.guidance = guidance;
        this.figures = figures;
        this.texts = texts;
        this.demo = demo;
    }

    /** What came of asking for a sheet. */
    public sealed interface Outcome {

        /** The sheet. */
        record Printed(byte[] pdf) implements Outcome {}

        /** There is no plan that could be printed: too little was answered, or help comes before everything else. */
        record NoPlan() implements Outcome {}

        /** Too many in a short time. */
        record TooMany() implements Outcome {}
    }

    /**
     * The plan of today on A4.
     *
     * @param address where a phone finds the plan; must hold nothing that names the person, because paper lies about
     */
    public Outcome ofToday(Visitor visitor, Build build, boolean large, URI address) {
        Optional<Program> program =
                programs.today(visitor).filter(today -> !today.items().isEmpty());
        if (visitor.person().isEmpty() || program.isEmpty()) {
            return new Outcome.NoPlan();
        }
        PersonId person = visitor.person().get();
        gate.mayPrint(visitor, person);
        if (!ration(person).tryConsume(1)) {
            return new Outcome.TooMany();
        }
        SheetWriter writer = new SheetWriter(texts, guidance, new SheetPictures(figures, build, texts));
        return new Outcome.Printed(print(writer.write(program.get(), address, large)));
    }

    private Bucket ration(PersonId person) {
        return rations.get(
                person,
                asked -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(SHEETS_PER_PERSON).refillGreedy(SHEETS_PER_PERSON, WITHIN))
                        .build());
    }

    /** One at a time: each takes a core and some tens of megabytes for a moment. */
    private byte[] print(Sheet sheet) {
        press.acquireUninterruptibly();
        try {
            if (printer == null) {
                printer = new SheetPrinter(texts, demo);
            }
            return printer.print(sheet);
        } finally {
            press.release();
        }
    }
}
