/**
 * Types with no rule of their own that every module may speak: sides, ids, time, a pain score, a yes-no-unsure answer.
 * It must never know a module, and holds at most twelve types. Open.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.unknot.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
