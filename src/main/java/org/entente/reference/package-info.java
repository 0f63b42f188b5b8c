/**
 * Who is meant where nobody is named: what an article is about as a whole, whom it spoke of last, and what "the two
 * sides", "his counterpart", "the kingdom" or "it" refer to.
 */
@NullMarked
package org.entente.reference;

import org.jspecify.annotations.NullMarked;
