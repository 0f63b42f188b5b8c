package org.entente.article;

import java.io.InputStream;
import java.nio.file.Path;

/**
 * Where articles come in: a file, an address or a stream, in any format that we know, becomes an {@link Article}. The
 * format is told by the content. Safe to share between threads.
 */
public final class ArticleReaders {

  private final ArticleAssembler assembler;
  private final TextArticleReader text;

  public ArticleReaders() {
    DatelineCities cities = new DatelineCities();
    HeaderLine header = new HeaderLine(cities);
    assembler = new ArticleAssembler(header, cities, new LanguageProfile());
    text = new TextArticleReader(new PlainTextLayout(header));
  }

  /**
   * @throws ArticleFormatException when the file cannot be read or is no article
   */
  public Article read(Path file, MetadataOverrides overrides) {
    return read(RawDocument.of(file.toString(), BoundedInput.read(file)), overrides);
  }

  /**
   * @param name what messages call the stream, "standard input" for example
   * @throws ArticleFormatException when the stream cannot be read or is no article
   */
  public Article read(InputStream in, String name, MetadataOverrides overrides) {
    return read(RawDocument.of(name, BoundedInput.read(in, name)), overrides);
  }

  private Article read(RawDocument document, MetadataOverrides overrides) {
    requireSomething(document);
    return assembler.assemble(text.read(document), document, overrides);
  }

  private static void requireSomething(RawDocument document) {
    for (byte b : document.bytes()) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return;
      }
    }
    throw new ArticleFormatException(document.name() + " is empty", "give a file with an article in it");
  }
}
