/** Candidates elsewhere for names that the gazetteer does not have, for a curator to review; nothing is linked by itself. */
@NullMarked
package org.entente.linking;

import org.jspecify.annotations.NullMarked;
