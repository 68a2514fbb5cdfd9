package org.unknot.account.web;

import java.util.UUID;

/**
 * A passkey or a browser, as its owner reads of it.
 *
 * @param device in words; empty where the browser did not say
 */
public record AccountLine(UUID id, String device, String lastUsed, boolean here) {}
