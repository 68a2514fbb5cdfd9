/** Pages of the plan and of tomorrow. */
@NullMarked
package org.unknot.program.web;

import org.jspecify.annotations.NullMarked;
