package org.unknot.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link StartupProblem} as words and advice in place of a stack trace. Listed in META-INF/spring.factories. */
final class StartupProblemAnalyzer extends AbstractFailureAnalyzer<StartupProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartupProblem problem) {
        var what = problem.getMessage() + " (exit code " + problem.getExitCode() + ")";
        return new FailureAnalysis(what, problem.whatToDo(), problem);
    }
}
