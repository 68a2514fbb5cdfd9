package org.unknot.architecture;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.unknot.Unknot;

/** The modules are what docs/reference/architecture.md says: only declared dependencies, no cycle, nothing internal used. */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(Unknot.class);

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        modules.verify();
    }

    @Test
    void theModulesAreDrawnIntoTheBuildFolder() {
        new Documenter(modules)
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
    }
}
