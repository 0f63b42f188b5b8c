/**
 * Who takes part in an event, and in which role: first those that stand in its frame, then those that the sentence and
 * the text before make plain without naming them there.
 */
@NullMarked
package org.entente.argument;

import org.jspecify.annotations.NullMarked;
