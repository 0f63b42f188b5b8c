/** Where a sentence names somebody, a place, a time or an amount, and who or what is meant. */
@NullMarked
package org.entente.mention;

import org.jspecify.annotations.NullMarked;
