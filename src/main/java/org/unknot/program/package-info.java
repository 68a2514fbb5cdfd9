/**
 * The episode from day 0 and what to do each day of it, built by named rules. It asks {@code triage} what is cleared and
 * must never offer what a caution, an avoidance, a lock or a rest forbids. Core, tier 1 above triage.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "calendar", "content", "audit", "account", "exercise", "guidance", "triage"})
package org.unknot.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
