/**
 * Which day it is for the clinic: its time zone, when a day begins, and that a day has passed. It must never know what
 * happens on a day, nor keep anything. Tier 0.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.unknot.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
