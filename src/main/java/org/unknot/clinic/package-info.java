/**
 * Where the people of a clinic work: who is on the team, whose record is theirs to see, who looked at whom, and the settings. It
 * composes what other modules know and asks the gate for each part. It must never hold a rule about care, nor decide who may
 * see what. Edge, tier 5.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "calendar",
            "content",
            "audit",
            "account",
            "guidance",
            "exercise",
            "triage",
            "program",
            "session",
            "heat"
        })
package org.unknot.clinic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
