package org.unknot.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link SettingRefused} as words and advice in place of a stack trace. Listed in META-INF/spring.factories. */
final class SettingRefusedAnalyzer extends AbstractFailureAnalyzer<SettingRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SettingRefused refused) {
        return new FailureAnalysis(
                refused.getMessage() + " (exit code " + refused.getExitCode() + ")", refused.whatToDo(), refused);
    }
}
