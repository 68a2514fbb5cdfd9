package org.unknot.clinic;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.AccessDenied;
import org.unknot.account.Visitor;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Action;
import org.unknot.guidance.Clinic;
import org.unknot.guidance.Clinic.Version;
import org.unknot.guidance.ClinicSettings;
import org.unknot.shared.PersonId;

/** Where the clinic's settings are changed. Every change is a version, and stands in the log of whoever made it. */
@Component
public class Office {

    private static final String SETTINGS = "SETTINGS";

    private final Clinic clinic;
    private final Audit audit;

    Office(Clinic clinic, Audit audit) {
        this.clinic = clinic;
        this.audit = audit;
    }

    /** For whoever the route's door let in. */
    @Transactional
    public void set(Visitor visitor, ClinicSettings settings) {
        PersonId by = visitor.actor().orElseThrow(AccessDenied::new);
        audit.record(Optional.of(by), by, Action.CHANGE, SETTINGS);
        clinic.set(settings, by);
    }

    /**
     * Brings an earlier version back, as a new one: what was set in between stays in the history.
     *
     * @return whether there is such a version
     */
    @Transactional
    public boolean bringBack(Visitor visitor, UUID version) {
        Optional<ClinicSettings> earlier = clinic.version(version).map(Version::settings);
        earlier.ifPresent(settings -> set(visitor, settings));
        return earlier.isPresent();
    }
}
