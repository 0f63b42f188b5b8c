/** Tests of the grammar of times. */
@NullMarked
package org.entente.time;

import org.jspecify.annotations.NullMarked;
