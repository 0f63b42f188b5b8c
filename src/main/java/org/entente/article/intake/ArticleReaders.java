package org.entente.article.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.ArticleReader;
import org.entente.article.ArticleSource;
import org.entente.article.BoundedInput;
import org.entente.article.DocumentSink;
import org.entente.article.Found;
import org.entente.article.Metadata;
import org.entente.article.MetadataOverrides;
import org.entente.article.RawDocument;
import org.entente.article.archive.ZoteroFolder;
import org.entente.article.archive.EpubContainer;
import org.entente.article.archive.AddressListWrapping;
import org.entente.article.archive.Content;
import org.entente.article.archive.FeedWrapping;
import org.entente.article.archive.GzipContainer;
import org.entente.article.archive.JsonContainer;
import org.entente.article.archive.MailWrapping;
import org.entente.article.archive.TableWrapping;
import org.entente.article.archive.Unpacker;
import org.entente.article.archive.WarcContainer;
import org.entente.article.archive.ZipContainer;
import org.entente.article.header.DatelineCities;
import org.entente.article.header.HeaderLine;
import org.entente.article.html.HtmlArticleReader;
import org.entente.article.office.DocxArticleReader;
import org.entente.article.office.OdtArticleReader;
import org.entente.article.office.RtfArticleReader;
import org.entente.article.pdf.PdfArticleReader;
import org.entente.article.press.PressWrapping;
import org.entente.article.text.MarkdownArticleReader;
import org.entente.article.text.PlainTextLayout;
import org.entente.article.text.TextArticleReader;

/**
 * Where articles come in: a file, a web address or a stream, as plain text, HTML, Markdown, PDF, DOCX, ODT or RTF, and
 * archives, saved pages and exports that hold one or many of them; each becomes an {@link Article}. The format is told by the content. Memory and time are bounded whatever comes in, and every refusal
 * is an {@link ArticleFormatException} that says what was found and what to do. Safe to share between threads.
 */
public final class ArticleReaders {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Optional<Path> NO_FILE = Optional.empty();

  private final ArticleAssembler assembler;
  private final Map<ArticleFormat, ArticleReader> readers;
  private final PageFetcher fetcher;
  private final PoliteFetcher robot;
  private final Unpacker unpacker =
      new Unpacker(
          List.of(new WarcContainer(), new GzipContainer(), new EpubContainer(), new ZipContainer(),
              new JsonContainer()),
          List.of(new MailWrapping(), new FeedWrapping(), new AddressListWrapping(), new TableWrapping(),
              new PressWrapping()));
  private final ZoteroFolder zotero = new ZoteroFolder();
  private final Duration patience;

  public ArticleReaders() {
    this(PATIENCE);
  }

  /**
   * @param patience how long fetching one page may take, or waiting for a pipe
   */
  public ArticleReaders(Duration patience) {
    this(patience, PoliteFetcher.PAUSE);
  }

  /**
   * @param patience how long fetching one page may take, or waiting for a pipe
   * @param pause how long a site is left alone between two pages of it that a list names
   */
  private ArticleReaders(Duration patience, Duration pause) {
    this.patience = patience;
    DatelineCities cities = new DatelineCities();
    HeaderLine header = new HeaderLine(cities);
    PlainTextLayout layout = new PlainTextLayout(header);
    assembler = new ArticleAssembler(header, cities, new LanguageProfile());
    fetcher = new PageFetcher(patience);
    robot = new PoliteFetcher(fetcher, pause);
    readers =
        Map.of(
            ArticleFormat.TEXT, new TextArticleReader(layout),
            ArticleFormat.HTML, new HtmlArticleReader(header),
            ArticleFormat.MARKDOWN, new MarkdownArticleReader(),
            ArticleFormat.PDF, new PdfArticleReader(layout),
            ArticleFormat.DOCX, new DocxArticleReader(layout),
            ArticleFormat.ODT, new OdtArticleReader(layout),
            ArticleFormat.RTF, new RtfArticleReader(layout));
  }

  /** As usual, but with another pause between two pages of a site that a list names. */
  public static ArticleReaders pausing(Duration pause) {
    return new ArticleReaders(PATIENCE, pause);
  }

  /**
   * Reads all that a source holds, one after the other: the article of a page or a document, and each of an archive or
   * a database's export. What cannot be read is told of like the others, and the next one is read.
   *
   * @param each is told in order, on this thread
   */
  public void readAll(ArticleSource source, MetadataOverrides overrides, Consumer<Found> each) {
    Sink sink = new Sink(overrides, each);
    try {
      open(source, sink);
      if (!sink.told) {
        throw new ArticleFormatException(
            source.name() + " holds no article", "give a file with an article in it");
      }
    } catch (ArticleFormatException e) {
      sink.refused(source.name(), e);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      sink.refused(source.name(), mistake(source.name(), e));
    }
  }

  /** A mistake of ours in one file must not cost the user the others. */
  private static ArticleFormatException mistake(String name, Throwable mistake) {
    return new ArticleFormatException(
        name + " could not be read: " + mistake,
        "This is a mistake in Entente. Give the article as plain text, and report the file.", mistake);
  }

  private void open(ArticleSource source, Sink sink) {
    switch (source) {
      case ArticleSource.File file -> unpack(file.path(), sink);
      case ArticleSource.Address address -> unpacker.unpack(fetcher.fetch(address.uri()), sink);
      case ArticleSource.Listed listed -> unpacker.unpack(robot.fetch(listed.uri()), sink);
      case ArticleSource.StandardInput input -> unpacker.unpack(Content.of(input.name(), System.in, NO_FILE), sink);
      case ArticleSource.Sent sent -> unpacker.unpack(Content.of(sent.name(), sent.in(), NO_FILE), sink);
      case ArticleSource.Other other -> sink.passedOver(other.name(), other.reason());
    }
  }

  private void unpack(Path file, Sink sink) {
    Optional<Path> onDisk = Files.isRegularFile(file) ? Optional.of(file) : NO_FILE;
    Metadata known = zotero.known(file);
    known.title().ifPresent(title -> sink.titled(file.toString(), title));
    try (InputStream in = BoundedInput.open(file, patience)) {
      unpacker.unpack(Content.of(file.toString(), in, onDisk).knowing(known), sink);
    } catch (IOException e) {
      throw new ArticleFormatException(file + " could not be closed: " + e.getMessage(), "check the disk", e);
    }
  }

  /** Assembles each document as soon as it is handed on. */
  private final class Sink implements DocumentSink {

    private final MetadataOverrides overrides;
    private final Consumer<Found> each;
    private final Map<String, String> titles = new HashMap<>();
    private boolean told;

    Sink(MetadataOverrides overrides, Consumer<Found> each) {
      this.overrides = overrides;
      this.each = each;
    }

    @Override
    public void document(RawDocument document) {
      Found found;
      try {
        MetadataOverrides given = overrides.orTitled(Optional.ofNullable(titles.remove(document.name())));
        found = new Found.Read(document.name(), read(document, given));
      } catch (ArticleFormatException e) {
        found = new Found.Refused(document.name(), e);
      } catch (RuntimeException | StackOverflowError e) {
        found = new Found.Refused(document.name(), mistake(document.name(), e));
      }
      tell(found);
    }

    @Override
    public void titled(String name, String title) {
      titles.put(name, title);
    }

    private void tell(Found found) {
      told = true;
      each.accept(found);
    }

    @Override
    public void refused(String name, ArticleFormatException problem) {
      tell(new Found.Refused(name, problem));
    }

    @Override
    public void passedOver(String name, String reason) {
      tell(new Found.PassedOver(name, reason));
    }
  }

  /**
   * Reads what holds one article; see {@link ArticleSource#expand} for how names become sources.
   *
   * @throws ArticleFormatException when it cannot be read, is no article, or holds several
   */
  public Article read(ArticleSource source, MetadataOverrides overrides) {
    List<Found> all = new ArrayList<>();
    readAll(source, overrides, found -> {
      if (!(found instanceof Found.PassedOver) && all.size() < 2) {
        all.add(found);
      }
    });
    if (all.size() > 1) {
      throw new ArticleFormatException(
          source.name() + " holds several articles", "load it, or give them as files of their own");
    }
    return switch (all.isEmpty() ? null : all.getFirst()) {
      case Found.Read read -> read.article();
      case Found.Refused refused -> throw refused.problem();
      case null, default -> throw new ArticleFormatException(
          source.name() + " holds no article", "give a file with an article in it");
    };
  }

  /**
   * @throws ArticleFormatException when the file cannot be read, is no article, or holds several
   */
  public Article read(Path file, MetadataOverrides overrides) {
    return read(new ArticleSource.File(file), overrides);
  }

  /**
   * @throws ArticleFormatException when the address cannot be fetched, is no article, or holds several
   */
  public Article read(URI address, MetadataOverrides overrides) {
    return read(new ArticleSource.Address(address), overrides);
  }

  /**
   * @param name what messages call the stream, "standard input" for example; an ending (".md") is heeded
   * @throws ArticleFormatException when the stream cannot be read, is no article, or holds several
   */
  public Article read(InputStream in, String name, MetadataOverrides overrides) {
    return read(new ArticleSource.Sent(name, in), overrides);
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
      case ArticleSource.Other other -> throw new ArticleFormatException(
          other.name() + " is " + other.reason(), "name an article");
      case ArticleSource.Address(URI address) -> throw noFile(address);
      case ArticleSource.Listed(URI address) -> throw noFile(address);
    };
  }

  private static ArticleFormatException noFile(URI address) {
    return new ArticleFormatException(
        address + " is no file", "save the page and name the file, with --source for its address");
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
