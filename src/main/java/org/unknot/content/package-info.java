/**
 * Loads the reviewed content files and refuses what is wrong with errors that name file, line, what was expected and an
 * example. It must never know what an exercise or a question is; those modules read their own files through it. Ledger, tier 0.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.unknot.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
