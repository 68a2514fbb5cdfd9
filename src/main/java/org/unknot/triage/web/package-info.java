/** Pages and the JSON API of the safety gate: they ask and show, and never decide. */
@NullMarked
package org.unknot.triage.web;

import org.jspecify.annotations.NullMarked;
