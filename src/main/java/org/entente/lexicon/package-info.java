/**
 * Which words announce an undertaking, in which frame, with which roles and status. The knowledge itself lies in
 * Turtle files beside this package; an operator adds files of the same form.
 */
@NullMarked
package org.entente.lexicon;

import org.jspecify.annotations.NullMarked;
