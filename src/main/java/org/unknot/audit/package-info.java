/**
 * Append-only, hash-chained record of who read or changed whose data, and why. It is called and listens only to the passing of days, and
 * must never hold what was read, only that it was. Ledger, tier 0.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database"})
package org.unknot.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
