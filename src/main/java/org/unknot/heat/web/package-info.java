/** Pages and addresses of heat: the questions before it, the course that runs, and what to do when it is too hot. */
@NullMarked
package org.unknot.heat.web;

import org.jspecify.annotations.NullMarked;
