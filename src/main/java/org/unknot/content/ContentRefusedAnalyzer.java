package org.unknot.content;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the list of problems in place of a stack trace when the application refuses to start. */
class ContentRefusedAnalyzer extends AbstractFailureAnalyzer<ContentRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ContentRefused cause) {
        return new FailureAnalysis(
                "Content files that cannot be used (" + cause.problems().size() + "):\n\n" + cause.getMessage(),
                "Mend the lines named above; docs/reference/content.md describes every field.",
                cause);
    }
}
