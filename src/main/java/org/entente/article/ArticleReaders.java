package org.entente.article;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Where articles come in: a file, a web address or a stream, as plain text, HTML, Markdown, PDF or DOCX, becomes an
 * {@link Article}. The format is told by the content. Memory and time are bounded whatever comes in, and every refusal
 * is an {@link ArticleFormatException} that says what was found and what to do. Safe to share between threads.
 */
public final class ArticleReaders {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ArticleAssembler assembler;
  private final Map<ArticleFormat, ArticleReader> readers;
  private final PageFetcher fetcher;
  private final Duration patience;

  public ArticleReaders() {
    this(PATIENCE);
  }

  /**
   * @param patience how long fetching one page may take, or waiting for a pipe
   */
  public ArticleReaders(Duration patience) {
    this.patience = patience;
    DatelineCities cities = new DatelineCities();
    HeaderLine header = new HeaderLine(cities);
    PlainTextLayout layout = new PlainTextLayout(header);
    assembler = new ArticleAssembler(header, cities, new LanguageProfile());
    fetcher = new PageFetcher(patience);
    readers =
        Map.of(
            ArticleFormat.TEXT, new TextArticleReader(layout),
            ArticleFormat.HTML, new HtmlArticleReader(header),
            ArticleFormat.MARKDOWN, new MarkdownArticleReader(),
            ArticleFormat.PDF, new PdfArticleReader(layout),
            ArticleFormat.DOCX, new DocxArticleReader(layout));
  }

  /**
   * Reads what the user named; see {@link ArticleSource#expand} for how names become sources.
   *
   * @throws ArticleFormatException when it cannot be read or is no article
   */
  public Article read(ArticleSource source, MetadataOverrides overrides) {
    return switch (source) {
      case ArticleSource.File file -> read(file.path(), overrides);
      case ArticleSource.Address address -> read(address.uri(), overrides);
      case ArticleSource.StandardInput input -> read(System.in, input.name(), overrides);
      case ArticleSource.Sent sent -> read(sent.in(), sent.name(), overrides);
    };
  }

  /**
   * @throws ArticleFormatException when the file cannot be read or is no article
   */
  public Article read(Path file, MetadataOverrides overrides) {
    return read(RawDocument.of(file.toString(), BoundedInput.read(file, patience)), overrides);
  }

  /**
   * @throws ArticleFormatException when the address cannot be fetched or is no article
   */
  public Article read(URI address, MetadataOverrides overrides) {
    return read(fetcher.fetch(address), overrides);
  }

  /**
   * @param name what messages call the stream, "standard input" for example; an ending (".md") is heeded
   * @throws ArticleFormatException when the stream cannot be read or is no article
   */
  public Article read(InputStream in, String name, MetadataOverrides overrides) {
    return read(RawDocument.of(name, BoundedInput.read(in, name)), overrides);
  }

  /**
   * What a file or standard input holds, as it is.
   *
   * @throws ArticleFormatException when it cannot be read, is too large, or is an address
   */
  public static byte[] content(ArticleSource source) {
    return switch (source) {
      case ArticleSource.File file -> BoundedInput.read(file.path(), PATIENCE);
      case ArticleSource.StandardInput input -> BoundedInput.read(System.in, input.name());
      case ArticleSource.Sent sent -> BoundedInput.read(sent.in(), sent.name());
      case ArticleSource.Address address -> throw new ArticleFormatException(
          address.name() + " is no file", "save the page and name the file, with --source for its address");
    };
  }

  private Article read(RawDocument document, MetadataOverrides overrides) {
    requireSomething(document);
    ArticleReader reader = Objects.requireNonNull(readers.get(ArticleFormat.of(document)));
    return assembler.assemble(reader.read(document), document, overrides);
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
