package org.unknot.demo;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.modulith.moments.support.TimeMachine;
import org.springframework.stereotype.Component;
import org.unknot.account.Caring;
import org.unknot.account.Channel;
import org.unknot.account.ConsentAbout;
import org.unknot.account.Consents;
import org.unknot.account.Relationship;
import org.unknot.account.Relationships;
import org.unknot.account.Standing.SignedIn;
import org.unknot.account.Visitor;
import org.unknot.shared.PersonId;

/** Invented patients, one for each phase and each way to be related; whoever shows the program finds something on every page. */
@Component
@ConditionalOnProperty("unknot.demo")
class InventedPeople {

    /** Before anything happened. */
    static final Duration FIRST = Duration.ofDays(17);

    static final String SECOND_WEEK = "mara@example.org";
    private static final String CHILD = "lily@example.org";
    private static final String CARED_FOR = "walter@example.org";

    private static final int CONSENT_VERSION = 1;

    private final InventedClinic clinic;
    private final Invented does;
    private final Consents consents;
    private final Relationships relationships;
    private final Caring caring;
    private final TimeMachine time;

    InventedPeople(
            InventedClinic clinic,
            Invented does,
            Consents consents,
            Relationships relationships,
            Caring caring,
            TimeMachine time) {
        this.clinic = clinic;
        this.does = does;
        this.consents = consents;
        this.relationships = relationships;
        this.caring = caring;
        this.time = time;
    }

    /** From the first day to now, in the order in which it happened. */
    void live() {
        Timeline timeline = new Timeline(time.instant().plus(FIRST));
        secondWeek(timeline);
        done(timeline);
        withdrew(timeline);
        caredFor(timeline);
        child(timeline);
        redFlag(timeline);
        dayZero(timeline);
        timeline.live(time);
    }

    private void dayZero(Timeline timeline) {
        String dana = "dana@example.org";
        timeline.before(Duration.ofMinutes(70), () -> adult("Dana Field", dana, InventedClinic.OT));
        timeline.before(Duration.ofMinutes(50), () -> does.answers(clinic.visitor(dana), 41, 6));
    }

    private void redFlag(Timeline timeline) {
        String ravi = "ravi@example.org";
        timeline.before(Duration.ofHours(5), () -> adult("Ravi Stone", ravi, InventedClinic.PHYSIOLOGIST));
        timeline.before(Duration.ofHours(4), () -> does.answers(clinic.visitor(ravi), 58, 7, "leg-weak"));
    }

    /** Nine days: pain from 7 to 2, a bad day in between, warmth and quiet minutes. */
    private void secondWeek(Timeline timeline) {
        timeline.before(Duration.ofDays(10), () -> {
            adult("Mara Winter", SECOND_WEEK, InventedClinic.OT);
            assign(SECOND_WEEK, InventedClinic.TRAINER, Relationship.TREATS);
            assign(SECOND_WEEK, InventedClinic.CLASS_LEAD, Relationship.LEADS_CLASS);
        });
        int[] pain = {7, 6, 6, 7, 5, 4, 4, 3, 2};
        for (int day = 0; day < pain.length; day++) {
            Duration ago = Duration.ofDays(pain.length - 1L - day).plusHours(4);
            int now = pain[day];
            boolean bad = day == 3;
            AtomicReference<UUID> course = new AtomicReference<>();
            timeline.before(ago, () -> does.answers(clinic.visitor(SECOND_WEEK), 36, now));
            timeline.before(
                    ago.minusMinutes(45),
                    () -> does.session(
                            clinic.visitor(SECOND_WEEK), now, bad ? now : now - 1, bad ? "worse" : "better", bad));
            if (day % 2 == 0) {
                timeline.before(ago.minusMinutes(90), () -> course.set(does.warm(clinic.visitor(SECOND_WEEK))));
                timeline.before(ago.minusMinutes(106), () -> does.cool(clinic.visitor(SECOND_WEEK), course.get()));
            }
            if (day % 3 != 1) {
                timeline.before(
                        ago.minusHours(3),
                        () -> does.quiet(clinic.visitor(SECOND_WEEK), bad ? "bath" : "breathing", 10, 6, 3));
            }
        }
    }

    private void done(Timeline timeline) {
        String tom = "tom@example.org";
        timeline.before(Duration.ofDays(16), () -> adult("Tom Wick", tom, InventedClinic.PHYSIOLOGIST));
        for (int day = 15; day > 4; day -= 2) {
            int pain = day / 3;
            Duration ago = Duration.ofDays(day);
            timeline.before(ago, () -> does.answers(clinic.visitor(tom), 52, pain));
            timeline.before(
                    ago.minusMinutes(45),
                    () -> does.session(clinic.visitor(tom), pain, Math.max(0, pain - 1), "better", false));
        }
        timeline.before(Duration.ofDays(3), () -> does.done(clinic.visitor(tom)));
    }

    private void withdrew(Timeline timeline) {
        String kit = "kit@example.org";
        timeline.before(Duration.ofDays(8), () -> adult("Kit Vale", kit, InventedClinic.OT));
        timeline.before(Duration.ofDays(8).minusHours(1), () -> does.answers(clinic.visitor(kit), 29, 4));
        timeline.before(
                Duration.ofDays(2),
                () -> consents.withdraw(
                        clinic.visitor(kit), clinic.person(kit), ConsentAbout.CLINIC_SEES_RECORD, Channel.NONE));
    }

    /** His daughter answers for him. */
    private void caredFor(Timeline timeline) {
        String ines = "ines@example.org";
        timeline.before(Duration.ofDays(4), () -> {
            adult("Walter Hume", CARED_FOR, InventedClinic.PHYSIOLOGIST);
            clinic.account("Ines Hume", ines);
            lookAfter(CARED_FOR, ines, Relationship.CARER);
        });
        timeline.before(Duration.ofDays(1), () -> does.answers(actingFor(ines, CARED_FOR), 81, 5));
    }

    private void child(Timeline timeline) {
        String nora = "nora@example.org";
        timeline.before(Duration.ofDays(2), () -> {
            PersonId lily = clinic.account("Lily Brook", CHILD);
            clinic.account("Nora Brook", nora);
            consents.tellAge(
                    clinic.visitor(CHILD),
                    lily,
                    Optional.of(time.today().plusYears(3).plusDays(40)));
            lookAfter(CHILD, nora, Relationship.GUARDIAN);
            consents.give(actingFor(nora, CHILD), lily, ConsentAbout.CLINIC_SEES_RECORD, Channel.NONE, CONSENT_VERSION);
            assign(CHILD, InventedClinic.OT, Relationship.TREATS);
        });
        timeline.before(Duration.ofHours(20), () -> does.answers(actingFor(nora, CHILD), 12, 4));
    }

    /** With an account, their age told, and their yes to being seen by the clinic, where the front desk finds them somebody. */
    private void adult(String name, String email, String treatedBy) {
        PersonId person = clinic.account(name, email);
        consents.tellAge(clinic.visitor(email), person, Optional.empty());
        consents.give(clinic.visitor(email), person, ConsentAbout.CLINIC_SEES_RECORD, Channel.NONE, CONSENT_VERSION);
        assign(email, treatedBy, Relationship.TREATS);
    }

    private void assign(String patient, String colleague, Relationship kind) {
        relationships.add(
                clinic.visitor(InventedClinic.FRONT_DESK),
                clinic.person(patient),
                clinic.person(colleague),
                kind,
                Optional.empty());
    }

    private void lookAfter(String patient, String other, Relationship kind) {
        URI link = caring.offer(clinic.visitor(patient), clinic.person(patient), kind);
        String path = link.getPath();
        caring.accept(clinic.visitor(other), path.substring(path.lastIndexOf('/') + 1));
    }

    private Visitor actingFor(String self, String patient) {
        return new Visitor(
                Optional.of(clinic.person(patient)), new SignedIn(clinic.person(self), Optional.of(time.instant())));
    }
}
