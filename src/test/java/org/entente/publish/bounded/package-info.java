/** Bounded queries answer as Jena's own do. */
@NullMarked
package org.entente.publish.bounded;

import org.jspecify.annotations.NullMarked;
