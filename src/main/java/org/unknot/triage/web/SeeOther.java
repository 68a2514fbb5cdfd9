package org.unknot.triage.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Sends the browser on to look at another page after a form, so that a reload posts nothing twice. */
final class SeeOther {

    private SeeOther() {}

    static ModelAndView at(String address) {
        ModelAndView seeOther = new ModelAndView("redirect:" + address);
        seeOther.setStatus(HttpStatus.SEE_OTHER);
        return seeOther;
    }
}
