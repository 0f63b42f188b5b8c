/** Exports of press databases: each article of the file on its own. */
@NullMarked
package org.entente.article.press;

import org.jspecify.annotations.NullMarked;
