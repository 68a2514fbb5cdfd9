/**
 * One guided run: the script for the player and the record of what happened and where it hurt. Facts are never refused;
 * a record of somebody else's script is. It must never decide what is allowed; it asks {@code program}. Core, tier 2.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "calendar",
            "content",
            "audit",
            "account",
            "figure",
            "exercise",
            "guidance",
            "triage",
            "program"
        })
package org.unknot.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
