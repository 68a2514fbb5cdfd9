package org.unknot.account.web;

import java.util.regex.Pattern;

/**
 * Where to go after signing in: a path of our own pages, as it stood in the address of the page that asked. Anything that a
 * browser could take for another host, and anything that is not a page, becomes the given other one.
 */
final class LocalPath {

    private static final Pattern OURS = Pattern.compile(
            "/(?!api/|sign-out|erasure)(?:[A-Za-z0-9_.~-]+(?:/[A-Za-z0-9_.~-]+)*)?(?:\\?[A-Za-z0-9_.~=&%-]*)?");
    private static final int LONGEST = 300;

    private LocalPath() {}

    static String of(String asked, String otherwise) {
        return asked.length() <= LONGEST && OURS.matcher(asked).matches() ? asked : otherwise;
    }
}
