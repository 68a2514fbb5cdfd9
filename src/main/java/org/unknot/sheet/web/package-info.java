/** The address of the printed sheet. */
@NullMarked
package org.unknot.sheet.web;

import org.jspecify.annotations.NullMarked;
