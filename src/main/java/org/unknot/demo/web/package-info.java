/** How one signs in as somebody invented. It must never be there without {@code --demo}. */
@NullMarked
package org.unknot.demo.web;

import org.jspecify.annotations.NullMarked;
