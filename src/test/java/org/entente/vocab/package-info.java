/** Tests of the names that we use on the web. */
@NullMarked
package org.entente.vocab;

import org.jspecify.annotations.NullMarked;
