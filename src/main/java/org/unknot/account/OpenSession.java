package org.unknot.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser in which somebody is signed in.
 *
 * @param name to end it by; not the secret that the browser holds
 * @param device in words, for example "Chrome on Android"
 * @param here whether it is the browser that asks
 */
public record OpenSession(UUID name, String device, Instant since, Instant lastUsed, boolean here) {}
