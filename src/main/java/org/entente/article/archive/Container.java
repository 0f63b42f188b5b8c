package org.entente.article.archive;

import java.io.IOException;
import org.entente.article.DocumentSink;

/** A kind of file that holds articles: an archive, a saved page, a database's export, a table. */
interface Container {

  /** Whether this is one of the kind; looks at its first bytes and its name, and moves nothing. */
  boolean isOne(Content content) throws IOException;

  /**
   * Hands on what it holds, in order.
   *
   * @throws org.entente.article.ArticleFormatException when it is damaged, after what could be read was handed on
   */
  void unpack(Content content, Unpacker unpacker, DocumentSink sink) throws IOException;
}
