/** A session's pages and addresses: script, record, player, printed list, and how it was after. */
@NullMarked
package org.unknot.session.web;

import org.jspecify.annotations.NullMarked;
