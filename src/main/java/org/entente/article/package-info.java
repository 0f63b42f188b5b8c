/**
 * What was published: an article's title, text, publisher, date, language and address, where it is to be read from, and
 * what all readers of articles share: limits of what comes in, letters, word lists, blocks. Each format has a room of its
 * own below, and {@code article.intake} knows them all. Who and what the text names is left to others.
 */
@NullMarked
package org.entente.article;

import org.jspecify.annotations.NullMarked;
