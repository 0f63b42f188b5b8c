/** Plain text and Markdown: which lines belong together and what they are. */
@NullMarked
package org.entente.article.text;

import org.jspecify.annotations.NullMarked;
