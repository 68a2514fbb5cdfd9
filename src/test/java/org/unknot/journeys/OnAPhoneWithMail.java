package org.unknot.journeys;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.unknot.account.Mailbox;

/** A journey with a mailbox. One method for all of them, so that they share one start of the program. */
abstract class OnAPhoneWithMail extends OnAPhone {

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        Mailbox.settings(settings);
    }
}
