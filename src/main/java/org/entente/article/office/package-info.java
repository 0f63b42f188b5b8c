/** Documents of word processors: DOCX, ODT and RTF. */
@NullMarked
package org.entente.article.office;

import org.jspecify.annotations.NullMarked;
