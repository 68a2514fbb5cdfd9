/**
 * The shell: home, the first four screens, pictures by address, error pages, texts, security headers, manifest and service worker. It must never
 * hold a rule. Edge, tier 5.
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
            "program",
            "session",
            "heat"
        })
package org.unknot.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
