/**
 * Heat courses of 15 or 20 minutes: what speaks against one, the skin check, the hard stop and the rest of the skin after it.
 * It must never start what it cannot judge, and never refuse a fact that arrives late. Ledger, tier 2.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "calendar",
            "content",
            "audit",
            "account",
            "exercise",
            "guidance",
            "triage",
            "program"
        })
package org.unknot.heat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
