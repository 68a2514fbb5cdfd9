/**
 * The PostgreSQL beneath everything: our own launcher for the embedded server, or an outside one by one setting.
 * It must never know a table of another module, and never listen beyond loopback. Tier 0.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.unknot.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
