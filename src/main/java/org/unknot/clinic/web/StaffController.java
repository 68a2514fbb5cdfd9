package org.unknot.clinic.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.Invitations;
import org.unknot.account.Relationships;
import org.unknot.account.Role;
import org.unknot.account.Visitor;
import org.unknot.audit.Audit;
import org.unknot.clinic.web.Shell.Entry;
import org.unknot.guidance.ClinicSettings;
import org.unknot.guidance.Guidance;

/** Where somebody of the staff begins: what there is for them today, and where there is nothing, how it comes to be. */
@Controller
class StaffController {

    private static final Duration LATELY = Duration.ofDays(7);
    private static final int MOST = 50;

    private final Shells shells;
    private final Relationships relationships;
    private final Invitations invitations;
    private final Audit audit;
    private final Guidance guidance;
    private final Now now;

    StaffController(
            Shells shells,
            Relationships relationships,
            Invitations invitations,
            Audit audit,
            Guidance guidance,
            Now now) {
        this.shells = shells;
        this.relationships = relationships;
        this.invitations = invitations;
        this.audit = audit;
        this.guidance = guidance;
        this.now = now;
    }

    @GetMapping("/staff")
    @Door(Door.For.STAFF)
    ModelAndView home(Visitor visitor) {
        Shell shell = shells.of(visitor, Entry.HOME);
        boolean owner = shell.is(Role.OWNER);
        ClinicSettings clinic = guidance.clinic();
        return new ModelAndView(
                "clinic/home",
                Map.of(
                        "shell",
                        shell,
                        "people",
                        visitor.actor()
                                .map(self -> relationships.by(self).size())
                                .orElse(0),
                        "invited",
                        owner ? invitations.open().size() : 0,
                        "glasses",
                        owner
                                ? audit.breakGlasses(now.instant().minus(LATELY), MOST)
                                        .size()
                                : 0,
                        "reachable",
                        clinic.reachable(),
                        "numbers",
                        guidance.localePack().isPresent()));
    }
}
