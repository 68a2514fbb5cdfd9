/** Pictures of the running program, for people to look at: no test, nothing is asserted here. */
@NullMarked
package org.unknot.look;

import org.jspecify.annotations.NullMarked;
