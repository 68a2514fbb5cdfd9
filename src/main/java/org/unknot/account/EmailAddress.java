package org.unknot.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.unknot.shared.BadInput;

/**
 * An e-mail address in small letters. Only its shape is looked at: whether it is somebody's shows when a letter to it is
 * answered. No comments, no quotes, no line ends, so that it can stand in a letter's head as it is.
 *
 * @param value for example {@code kim@example.org}, at most 254 letters (RFC 5321)
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public EmailAddress {
        if (value.length() > 254
                || value.indexOf('@') > 64
                || !SHAPE.matcher(value).matches()) {
            throw new BadInput("email", "an e-mail address", "kim@example.org");
        }
    }

    /** What somebody typed, with the blanks and capitals that phones add. */
    public static EmailAddress typed(String text) {
        return new EmailAddress(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Enough for its owner to know it again, and not for anybody else: {@code k…@e…}. */
    public String hint() {
        int at = value.indexOf('@');
        return value.charAt(0) + "…@" + value.charAt(at + 1) + "…";
    }

    @Override
    public String toString() {
        return hint(); // a log has no use for more
    }
}
