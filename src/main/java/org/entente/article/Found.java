package org.entente.article;

/**
 * What stood where an article was looked for. A folder, an archive, a database's export give one of these for each
 * thing in them, in order.
 */
public sealed interface Found {

  /** What messages call it: the file, and where it stands in it ({@code export.rtf#3}). */
  String name();

  /** An article. */
  record Read(String name, Article article) implements Found {}

  /** What should be an article and cannot be read. */
  record Refused(String name, ArticleFormatException problem) implements Found {}

  /**
   * What stands among articles and is none: a picture, a script, a page that the server did not find.
   *
   * @param reason what it is, in a few words
   */
  record PassedOver(String name, String reason) implements Found {}
}
