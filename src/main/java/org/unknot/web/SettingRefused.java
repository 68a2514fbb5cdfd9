package org.unknot.web;

import org.springframework.boot.ExitCodeGenerator;

/** A setting that the program cannot or must not start with: names it as operators write it, and says what would be right. */
final class SettingRefused extends RuntimeException implements ExitCodeGenerator {

    private final String whatToDo;

    SettingRefused(String whatIsWrong, String whatToDo) {
        super(whatIsWrong);
        this.whatToDo = whatToDo;
    }

    String whatToDo() {
        return whatToDo;
    }

    /** The code is documented in docs/reference/errors.md. */
    @Override
    public int getExitCode() {
        return 22;
    }
}
