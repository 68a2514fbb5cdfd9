/**
 * People, guests and those with an account: who is asking, and whether they may read or change a person's record. Every path asks
 * {@code mayRead} or {@code mayChange}; unknown means no. It must never hold clinical facts. Core, tier 0.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "content", "audit", "database"})
package org.unknot.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
