package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

/** The command as an operator runs it, beside the program, for a clinic that has an owner who cannot get in. */
@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
class InviteOwnerCommandTests {

    private static final Pattern LINK =
            Pattern.compile("open once, within 7 days: https://back.example.org/join/(\\S+)");

    @Autowired
    private Invitations invitations;

    @Autowired
    private Environment settings;

    @Test
    void theLinkMakesAnOwnerAndTheNextOneVoidsIt(CapturedOutput output) {
        assertThat(command()).isZero();
        assertThat(command()).isZero();
        var tokens = LINK.matcher(output.getOut())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(tokens).hasSize(2);
        assertThat(invitations.open(tokens.getFirst())).isEmpty();
        Optional<Invitation> open = invitations.open(tokens.getLast());
        assertThat(open).get().extracting(Invitation::roles).isEqualTo(Set.of(Role.OWNER));
        assertThat(open.orElseThrow().by()).isEmpty();
    }

    private int command() {
        return InviteOwner.run(new String[] {
            InviteOwner.OPTION,
            "--unknot.address=https://back.example.org",
            "--unknot.database.url=" + settings.getRequiredProperty("unknot.database.url"),
            "--unknot.database.user=" + settings.getRequiredProperty("unknot.database.user"),
            "--unknot.database.password=" + settings.getRequiredProperty("unknot.database.password"),
        });
    }
}
