package org.unknot.account.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Guests;
import org.unknot.account.Standing.Guest;
import org.unknot.account.Visitor;
import org.unknot.shared.PersonId;

/** Where somebody goes who has just signed in: to where they were going, or first to the plan that waits on this phone. */
@Component
class Arrival {

    private final Guests guests;

    Arrival(Guests guests) {
        this.guests = guests;
    }

    /**
     * A page to go to.
     *
     * @param before the visitor as they were before they signed in
     */
    ModelAndView of(Visitor before, PersonId person, String next) {
        return new ModelAndView("redirect:" + pathOf(before, person, next));
    }

    String pathOf(Visitor before, PersonId person, String next) {
        boolean planWaits = before.standing() instanceof Guest
                && guests.known(before).filter(guest -> !guest.equals(person)).isPresent();
        return planWaits ? "/sign-in/plan" : next;
    }
}
