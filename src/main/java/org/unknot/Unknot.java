package org.unknot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.unknot.account.InviteOwner;
import org.unknot.audit.VerifyAudit;
import org.unknot.shared.BadInput;

/** Starts the one program that is the person's guide, the player and the diary. */
@SpringBootApplication
public class Unknot {

    private static final int BAD_SETTING = 22;

    private Unknot() {}

    public static void main(String[] arguments) {
        try {
            if (VerifyAudit.isAskedFor(arguments)) {
                System.exit(VerifyAudit.run(arguments));
            }
            if (InviteOwner.isAskedFor(arguments)) {
                System.exit(InviteOwner.run(arguments));
            }
            SpringApplication.run(Unknot.class, arguments);
        } catch (RuntimeException told) {
            // Spring has told what was wrong; its own way to the exit code is lost when a context fails half-way.
            System.exit(exitCode(told));
        }
    }

    /** The code of the cause that has one (docs/reference/errors.md), else 1. */
    private static int exitCode(@Nullable Throwable failure) {
        if (failure == null) {
            return 1;
        }
        if (failure instanceof BadInput) {
            return BAD_SETTING;
        }
        return failure instanceof ExitCodeGenerator coded ? coded.getExitCode() : exitCode(failure.getCause());
    }
}
