package org.unknot.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as its owner sees it.
 *
 * @param device where it was made, in words
 * @param shared whether the phone's maker copies it to the owner's other devices
 */
public record Passkey(UUID id, String device, Instant madeAt, Instant lastUsedAt, boolean shared) {}
