/** PDF: lines and paragraphs from where the letters stand. */
@NullMarked
package org.entente.article.pdf;

import org.jspecify.annotations.NullMarked;
