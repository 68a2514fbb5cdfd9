/**
 * An invented clinic with people in every phase, for whoever wants to see the program at work. It is there only in a start with
 * {@code --demo}; it makes everybody through the same services as real people use, and must never run where there is somebody
 * real. Edge, tier 5.
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
package org.unknot.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
