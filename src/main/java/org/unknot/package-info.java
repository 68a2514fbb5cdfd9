/**
 * Starts everything. Each package below is a module with its own purpose; this one must never hold a rule.
 */
@NullMarked
package org.unknot;

import org.jspecify.annotations.NullMarked;
