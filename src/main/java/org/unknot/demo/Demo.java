package org.unknot.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.moments.support.TimeMachine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.unknot.account.Accounts;
import org.unknot.account.EmailAddress;
import org.unknot.account.PublicAddress;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/**
 * Makes the invented clinic before the program answers anybody, once for a data folder, and prints links to sign in at each start.
 * It refuses a folder with people whom it did not make.
 */
@Component
@ConditionalOnProperty("unknot.demo")
class Demo implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String SETTING = "UNKNOT_DATA";
    private static final String ELSEWHERE = "a folder of its own for the demo";

    private final Marks marks;
    private final Accounts accounts;
    private final InventedClinic clinic;
    private final InventedPeople people;
    private final DemoLinks links;
    private final PublicAddress address;
    private final TransactionTemplate transaction;
    private final TimeMachine time;

    Demo(
            Marks marks,
            Accounts accounts,
            InventedClinic clinic,
            InventedPeople people,
            DemoLinks links,
            PublicAddress address,
            TransactionTemplate transaction,
            TimeMachine time) {
        this.marks = marks;
        this.accounts = accounts;
        this.clinic = clinic;
        this.people = people;
        this.links = links;
        this.address = address;
        this.transaction = transaction;
        this.time = time;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean begun = marks.whole().isPresent();
        if (!begun && accounts.anybody()) {
            throw new BadInput(SETTING, ELSEWHERE + ": people in this one are real", "demo-data");
        }
        if (begun && !marks.whole().get()) {
            throw new BadInput(SETTING, ELSEWHERE + ": this one was left half made; remove it", "demo-data");
        }
        if (!begun) {
            make();
        }
    }

    /** The clinic comes first and for good: nodes and threads that ask for its zone must not see it come and go. */
    private void make() {
        try {
            time.shiftBy(InventedPeople.FIRST.negated());
            transaction.executeWithoutResult(made -> {
                marks.begin(time.instant());
                clinic.open();
            });
            transaction.executeWithoutResult(made -> people.live());
        } finally {
            time.reset();
        }
        transaction.executeWithoutResult(made -> marks.end(time.instant()));
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        LOG.info(
                "Demo: everybody in this data folder is invented. To sign in, each link once, until the program ends:");
        say("the owner", InventedClinic.OWNER);
        say("a soft tissue OT", InventedClinic.OT);
        say("a patient in her second week", InventedPeople.SECOND_WEEK);
    }

    private void say(String who, String email) {
        LOG.info("Demo: as {}: {}", who, link(email));
    }

    private String link(String email) {
        PersonId person = accounts.of(EmailAddress.typed(email)).orElseThrow();
        return address.origin().resolve(links.make(person)).toString();
    }
}
