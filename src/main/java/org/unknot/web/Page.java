package org.unknot.web;

import org.unknot.shared.Texts;

/**
 * What every template may ask of the shell: words and addresses of static files.
 *
 * @param path of the request, for links that lead back
 */
public record Page(Texts texts, Assets assets, String path) {

    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    public boolean has(String key) {
        return texts.has(key);
    }

    /** Address of a static file that may be cached for ever, for example {@code css/core.css}. */
    public String asset(String file) {
        return assets.address(file);
    }

    public String language() {
        return Texts.LOCALE.toLanguageTag();
    }
}
