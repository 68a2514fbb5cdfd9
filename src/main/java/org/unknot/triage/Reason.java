package org.unknot.triage;

/**
 * Why a disposition is what it is.
 *
 * @param rule id of the named rule that spoke
 * @param text one plain sentence for the person
 * @param citation key into docs/clinical/sources.md
 */
public record Reason(String rule, String text, String citation) {}
