/**
 * The safety gate: questions in stages, answers, named red-flag rules, and the disposition with what it clears. It must
 * never call silence "no" and never call the absence of flags safe. Core, tier 1.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "content", "audit", "account", "exercise", "guidance"})
package org.unknot.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
