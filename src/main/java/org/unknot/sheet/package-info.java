/**
 * The plan on paper: one PDF with pictures, words and doses, and a code that opens the program on a phone. It must never decide
 * what stands on it: it prints what {@code program} allows. Edge, tier 2.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "content", "account", "figure", "exercise", "guidance", "program"})
package org.unknot.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
