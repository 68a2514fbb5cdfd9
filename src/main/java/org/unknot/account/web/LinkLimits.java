package org.unknot.account.web;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.unknot.account.Browsers;
import org.unknot.account.EmailAddress;
import org.unknot.account.TooManyTries;
import org.unknot.shared.RateLimit;
import org.unknot.shared.RateLimits;

/**
 * How many letters may be asked for: few to one address, so that nobody's mailbox is filled, and more from one network. A browser
 * that signed in with the address before has a count of its own, so that others cannot use up its owner's.
 */
@Component
class LinkLimits {

    private final RateLimit ofClient;
    private final RateLimit ofContact;

    LinkLimits(RateLimits limits) {
        ofClient = limits.of(40, Duration.ofMinutes(15));
        ofContact = limits.of(6, Duration.ofHours(1));
    }

    void take(EmailAddress to, Browsers.Bucket from) {
        String contact = from.known() ? from.browser() : "";
        if (!ofClient.tryTake(from.client()) || !ofContact.tryTake(contact + " " + to.value())) {
            throw new TooManyTries();
        }
    }
}
