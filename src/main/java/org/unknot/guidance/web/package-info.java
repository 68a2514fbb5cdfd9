/** The pages to read. They are the same for everybody, set no cookie and hold no rule. */
@NullMarked
package org.unknot.guidance.web;

import org.jspecify.annotations.NullMarked;
