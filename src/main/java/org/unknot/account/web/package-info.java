/** The page that says what we keep about a person, and the tap that erases it. */
@NullMarked
package org.unknot.account.web;

import org.jspecify.annotations.NullMarked;
