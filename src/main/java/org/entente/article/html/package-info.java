/** Pages of the web: what on them is the article, and what they say about its title, author and day. */
@NullMarked
package org.entente.article.html;

import org.jspecify.annotations.NullMarked;
