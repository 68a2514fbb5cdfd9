package org.unknot.database;

import org.springframework.boot.ExitCodeGenerator;

/**
 * The program cannot start and a person has to do something about it: says what is wrong and what to do, in words, and
 * ends the program with an exit code of its own. The codes are documented in docs/reference/running.md.
 */
final class StartupProblem extends RuntimeException implements ExitCodeGenerator {

    /** What is wrong; each has the exit code that a service manager or a script can act upon. */
    enum Kind {
        PORT_TAKEN(10),
        FOLDER_UNUSABLE(11),
        FOLDER_IN_USE(12),
        DISK_FULL(13),
        OTHER_MAJOR_VERSION(14),
        SERVER_TOO_OLD(15),
        DATABASE_UNREACHABLE(16),
        DATABASE_SETTING_WRONG(17),
        PLATFORM_UNSUPPORTED(18),
        SERVER_DOES_NOT_START(19);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    private final Kind kind;
    private final String whatToDo;

    StartupProblem(Kind kind, String whatIsWrong, String whatToDo) {
        super(whatIsWrong);
        this.kind = kind;
        this.whatToDo = whatToDo;
    }

    Kind kind() {
        return kind;
    }

    String whatToDo() {
        return whatToDo;
    }

    @Override
    public int getExitCode() {
        return kind.exitCode;
    }
}
