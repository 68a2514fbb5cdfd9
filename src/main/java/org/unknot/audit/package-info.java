/**
 * Append-only, hash-chained record of who read or changed whose data, and why. It is called and never listens, and must
 * never hold what was read, only that it was. Ledger, tier 0.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.unknot.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
