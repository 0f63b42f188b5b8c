/**
 * Where articles come in: which format something has, who reads it, and how what was read becomes an {@link
 * org.entente.article.Article}. The only room of articles that knows all the others.
 */
@NullMarked
package org.entente.article.intake;

import org.jspecify.annotations.NullMarked;
