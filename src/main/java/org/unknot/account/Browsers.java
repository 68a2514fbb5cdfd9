package org.unknot.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.unknot.shared.Client;

/**
 * What a browser remembers for us: that it asked for a link just now, and that somebody with an address signed in here before.
 * The latter gets a count of tries of its own, so that strangers who guess cannot shut out whoever has been here.
 */
@Component
public class Browsers {

    static final String ASKED = "unknot_asked";
    static final String KNOWN = "unknot_known";

    private static final Duration ASKED_LASTS = Postman.LINK_VALID.plusMinutes(5);
    private static final Duration KNOWN_LASTS = Duration.ofDays(365);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Browsers(GuestSignature signature) {
        key = new SecretKeySpec(signature.keyFor("known browser"), ALGORITHM);
    }

    /**
     * Where tries are counted.
     *
     * @param client the network address, or an IPv6 household
     * @param browser the same, or this browser alone where the address has signed in before
     * @param known whether it has
     */
    public record Bucket(String client, String browser, boolean known) {}

    public Bucket bucket(EmailAddress email, HttpServletRequest request) {
        String client = Client.of(request);
        String known = cookie(KNOWN, request);
        return isKnown(known, email)
                ? new Bucket("known " + known, "known " + known, true)
                : new Bucket(client, client, false);
    }

    /** Where tries are counted that name no address. */
    public Bucket bucket(HttpServletRequest request) {
        String client = Client.of(request);
        return new Bucket(client, client, false);
    }

    /** Remembers that whoever has this address signed in here. */
    void remember(EmailAddress email, HttpServletRequest request, HttpServletResponse response) {
        if (!isKnown(cookie(KNOWN, request), email)) {
            String random = Tokens.fresh();
            set(KNOWN, random + "." + mac(random, email), KNOWN_LASTS, "/sign-in", request, response);
        }
    }

    /** A secret by which this browser is known again when the link that it asks for is opened. */
    public String asks(HttpServletRequest request, HttpServletResponse response) {
        String secret = Tokens.fresh();
        set(ASKED, secret, ASKED_LASTS, "/sign-in", request, response);
        return secret;
    }

    /** The secret that it got when it asked; empty where it did not. */
    public String asked(HttpServletRequest request) {
        return cookie(ASKED, request);
    }

    private boolean isKnown(String cookie, EmailAddress email) {
        int dot = cookie.indexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        cookie.substring(dot + 1).getBytes(StandardCharsets.UTF_8),
                        mac(cookie.substring(0, dot), email).getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String random, EmailAddress email) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal((random + " " + email.value()).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static String cookie(String name, HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("");
    }

    private static void set(
            String name,
            String value,
            Duration age,
            String path,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path(path)
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
