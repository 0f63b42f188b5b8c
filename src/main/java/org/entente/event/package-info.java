/**
 * Predicates that announce an undertaking: a verb, noun or idiom of the lexicon whose frame fits the sentence, with
 * what the text says of whether and when it took place.
 */
@NullMarked
package org.entente.event;

import org.jspecify.annotations.NullMarked;
