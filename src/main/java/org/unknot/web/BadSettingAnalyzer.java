package org.unknot.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.unknot.shared.BadInput;

/**
 * Says in place of a stack trace which setting the program cannot or must not start with. The exit code is 22
 * (docs/reference/errors.md). Listed in META-INF/spring.factories.
 */
final class BadSettingAnalyzer extends AbstractFailureAnalyzer<BadInput> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadInput setting) {
        return new FailureAnalysis(
                "A setting cannot be used (exit code 22): " + setting.field(),
                "Set it to " + setting.expected() + ", for example: " + setting.example()
                        + "\ndocs/reference/running.md lists all settings.",
                setting);
    }
}
