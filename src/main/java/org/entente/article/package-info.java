/**
 * What was published: an article's title, text, publisher, date, language and address, and the readers that get them
 * out of plain text, HTML, Markdown, PDF, DOCX, ODT and RTF, and out of the files that hold many of them: a
 * {@code Container} is read as a stream (archives), a {@code Wrapping} in memory (mail, exports, tables). Who and what the text
 * names is left to others.
 */
@NullMarked
package org.entente.article;

import org.jspecify.annotations.NullMarked;
