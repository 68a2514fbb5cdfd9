/**
 * The catalogue: exercises with dose, direction, cues by role, movement tags, cautions, easier and harder forms. It must
 * never decide who may do one; that is {@code program}. Core, tier 0.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "content"})
package org.unknot.exercise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
