package org.entente.article;

import java.util.Optional;

/**
 * One block of an article's text.
 *
 * @param kind what it is on the page
 * @param start offset of its first character in {@link Article#text()}, in UTF-16 code units; bullet marks and
 *     speaker labels stand before it
 * @param end offset after its last character
 * @param section the nearest heading above it
 * @param paragraph its number among the article's blocks other than headings, from 1; 0 for title and headings
 * @param level depth: heading level from 1, nesting of a list item from 1; 0 for others
 * @param list number of the list that an item belongs to, from 1; 0 when it belongs to none
 * @param speaker whose words these are, where the article is laid out as a dialogue ("Haddadin: ...")
 */
public record Block(
    Kind kind, int start, int end, Optional<String> section, int paragraph, int level, int list,
    Optional<String> speaker) {

  /** What a block is on the page. */
  public enum Kind {
    TITLE,
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    CAPTION,
    /** A row of a table that lists undertakings; see {@link TableRow}. */
    ROW
  }
}
