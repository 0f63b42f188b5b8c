/**
 * Words that say when, by a grammar in tables: from the words of a date or a span to the days that they mean, seen
 * from the day on which the article was written.
 */
@NullMarked
package org.entente.time;

import org.jspecify.annotations.NullMarked;
