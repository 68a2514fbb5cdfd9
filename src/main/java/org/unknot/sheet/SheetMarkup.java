package org.unknot.sheet;

import org.springframework.web.util.HtmlUtils;

/** What the setter of pages wants to know about a picture: its words as an attribute, for the tags of the PDF. */
final class SheetMarkup {

    private static final String OPENING = "<svg ";

    private SheetMarkup() {}

    static String named(String svg, String words) {
        return OPENING + "alt=\"" + HtmlUtils.htmlEscapeDecimal(words) + "\" " + svg.substring(OPENING.length());
    }
}
