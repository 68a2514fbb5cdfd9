package org.unknot.account;

/**
 * A browser and what it runs on, in the few words by which its owner knows it again. Taken from {@code User-Agent}, which
 * anybody may make up: it is shown to its owner, and decides nothing.
 */
record Device(String browser, String system) {

    static Device of(String userAgent) {
        return new Device(browser(userAgent), system(userAgent));
    }

    /** For example "Chrome, Android"; names of products, so the same in every language. */
    String words() {
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    // The order matters: every browser claims to be the ones that came before it.
    private static String browser(String userAgent) {
        return first(
                userAgent,
                "Edg",
                "Edge",
                "OPR/",
                "Opera",
                "SamsungBrowser",
                "Samsung Internet",
                "Firefox/",
                "Firefox",
                "FxiOS",
                "Firefox",
                "Chrome/",
                "Chrome",
                "CriOS",
                "Chrome",
                "Safari/",
                "Safari");
    }

    private static String system(String userAgent) {
        return first(
                userAgent,
                "Android",
                "Android",
                "iPhone",
                "iPhone",
                "iPad",
                "iPad",
                "Windows",
                "Windows",
                "CrOS",
                "ChromeOS",
                "Mac OS X",
                "Mac",
                "Linux",
                "Linux");
    }

    private static String first(String userAgent, String... signsAndNames) {
        for (int i = 0; i < signsAndNames.length; i += 2) {
            if (userAgent.contains(signsAndNames[i])) {
                return signsAndNames[i + 1];
            }
        }
        return "";
    }
}
