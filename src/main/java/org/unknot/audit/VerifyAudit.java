package org.unknot.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.unknot.database.DatabaseCommand;

/**
 * {@code bin/audit verify}: reads every chain and every digest, and names what does not fit. It works beside the running
 * program and without it. Exit code 0 when all fits, 1 when something does not.
 */
public final class VerifyAudit {

    /** What makes the program do this and nothing else. */
    public static final String OPTION = "--verify-audit";

    private static final String NOTED = "--noted=";

    private VerifyAudit() {}

    public static boolean isAskedFor(String[] arguments) {
        return Arrays.asList(arguments).contains(OPTION);
    }

    /**
     * Prints what it found.
     *
     * @param arguments of the program; {@code --noted=<digest>} asks for a digest that somebody wrote down
     * @return the exit code
     */
    public static int run(String[] arguments) {
        Optional<String> noted = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(NOTED))
                .map(argument -> argument.substring(NOTED.length()).toLowerCase(Locale.ROOT))
                .findFirst();
        return DatabaseCommand.run(
                arguments, Verification.class, verification -> verification.outcome(noted), Entries.class, Seals.class);
    }
}
