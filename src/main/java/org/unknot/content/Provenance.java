package org.unknot.content;

import java.util.List;

/**
 * Where a piece of content comes from and who answers for it.
 *
 * @param article paragraph of the article it follows, or empty
 * @param citations keys into docs/clinical/sources.md
 * @param review {@code not yet reviewed by a clinician} until someone signs, then who and when
 */
public record Provenance(String article, List<String> citations, String licence, String author, String review) {}
