/** The article's text as sentences and tokens, parsed; offsets always count in the normalised text. */
@NullMarked
package org.entente.text;

import org.jspecify.annotations.NullMarked;
