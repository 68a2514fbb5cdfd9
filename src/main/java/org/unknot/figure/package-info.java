/**
 * The mannequin: one pose, as joint angles and contacts, gives the still, the animation, the print and the words. It must never
 * know who may do an exercise, or hold a person's face, sex or skin tone. Core, tier 0.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "content"})
package org.unknot.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
