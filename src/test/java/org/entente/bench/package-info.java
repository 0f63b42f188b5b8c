/** How fast the program is, beside others and as the data grow. Started by hand with {@code src/bench/run}, never by the build. */
@NullMarked
package org.entente.bench;

import org.jspecify.annotations.NullMarked;
