package org.unknot.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What stands in a link that a person gives away: 128 random bits, half of {@link Tokens}, so that the code of its address is
 * read from folded paper. Only its hash is kept.
 */
final class LinkSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private LinkSecret() {}

    /** 22 letters that may stand in an address. */
    static String fresh() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Whether it could be one at all; spares the database what is not. */
    static boolean looksRight(String secret) {
        return FORM.matcher(secret).matches();
    }
}
