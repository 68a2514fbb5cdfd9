/** Pages of the staff. */
@NullMarked
package org.unknot.clinic.web;

import org.jspecify.annotations.NullMarked;
