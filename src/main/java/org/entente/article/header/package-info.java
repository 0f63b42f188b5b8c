/** What stands over an article in words: title, author, paper, day, dateline. */
@NullMarked
package org.entente.article.header;

import org.jspecify.annotations.NullMarked;
