/**
 * What a person reads: what a spasm is, positions for rest and sleep, heat, gentle exercise, prevention, whom to see, and
 * the clinic's own numbers and links. It must never diagnose or decide. Ledger, tier 0.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "content", "account"})
package org.unknot.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
