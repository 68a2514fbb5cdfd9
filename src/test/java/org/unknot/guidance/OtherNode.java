package org.unknot.guidance;

import org.springframework.context.ApplicationContext;
import org.springframework.modulith.moments.support.Now;

/** The settings as another node of the same clinic knows them: the same database, and nobody tells it anything. */
public final class OtherNode {

    private OtherNode() {}

    public static Clinic of(ApplicationContext context) {
        return new Clinic(
                context.getBean(ClinicSettings.class),
                "Atlantic/Reykjavik",
                context.getBean(SettingsStore.class),
                context.getBean(Now.class));
    }
}
