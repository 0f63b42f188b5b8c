/**
 * A reader that learned from annotated articles: which words tell of an undertaking, of what kind, where it stands and
 * who takes part. A small language model gives every word a vector; its layers are tuned on the articles, linear heads
 * on top propose, and rankers decide.
 */
@NullMarked
package org.entente.learned;

import org.jspecify.annotations.NullMarked;
