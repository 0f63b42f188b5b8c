/**
 * What can go wrong, said to a person: every exception of ours says what was found and what can be done about it.
 */
@NullMarked
package org.entente.problem;

import org.jspecify.annotations.NullMarked;
