/**
 * A second opinion on programs: reads the content files by itself and knows nothing of how programs are made. Nothing here may
 * import a class of the product.
 */
@NullMarked
package org.unknot.program.judge;

import org.jspecify.annotations.NullMarked;
