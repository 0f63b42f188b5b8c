/**
 * What was published: an article's title, text, publisher, date, language and address, and the readers that get them
 * out of plain text, HTML, Markdown, PDF and DOCX. Who and what the text names is left to others.
 */
@NullMarked
package org.entente.article;

import org.jspecify.annotations.NullMarked;
