package org.entente.article.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.entente.article.ArticleFormatException;
import org.entente.article.BoundedInput;
import org.entente.article.DocumentSink;
import org.entente.article.Metadata;
import org.entente.article.RawDocument;
import org.entente.article.header.HeaderLine;
import org.entente.article.header.PublicationDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A book or an issue of a journal as EPUB: each part that it has in reading order is an article, with the author,
 * publisher and day of the whole. Covers, contents and the like have hardly any text and are passed over.
 */
public final class EpubContainer implements Unpacker.Container {

  private static final String MIME = "mimetypeapplication/epub+zip";
  private static final String PARTS = "META-INF/container.xml";
  private static final int LEAST_TEXT = 600;
  private static final int MOST_PARTS = 2_000;

  /** One that was packed anew by hand does not begin with what it is. */
  @Override
  public boolean isOne(Content content) throws IOException {
    return content.startsWith('P', 'K', 3, 4) && (content.headText().contains(MIME)
        || content.headText().contains(PARTS) || content.name().toLowerCase(Locale.ROOT).endsWith(".epub"));
  }

  @Override
  public void unpack(Content content, Unpacker unpacker, DocumentSink sink) throws IOException {
    ZipFile.Builder builder = ZipFile.builder();
    if (content.file().isPresent()) {
      builder.setPath(content.file().get());
    } else {
      builder.setByteArray(BoundedInput.read(content.in(), content.name()));
    }
    try (ZipFile zip = builder.get()) {
      parts(zip, content.name(), sink);
    } catch (IOException | IllegalArgumentException e) {
      throw new ArticleFormatException(
          content.name() + " is a damaged or incomplete EPUB file (" + e.getMessage() + ")", "fetch it again", e);
    }
  }

  private static void parts(ZipFile zip, String name, DocumentSink sink) throws IOException {
    String at = xml(zip, PARTS, name).select("rootfile[full-path]").stream().findFirst()
        .map(root -> root.attr("full-path")).orElseThrow(() -> unsound(name));
    Document book = xml(zip, at, name);
    Metadata known = metadata(book);
    List<String> parts = reading(book, at.contains("/") ? at.substring(0, at.lastIndexOf('/') + 1) : "");
    BoundedInput.requireAtMost(MOST_PARTS, parts.size(), "parts", name);
    for (String part : parts) {
      take(zip, part, name + "/" + part, known, sink);
    }
  }

  private static void take(ZipFile zip, String part, String name, Metadata known, DocumentSink sink)
      throws IOException {
    byte[] page = bytes(zip, part, name).orElse(new byte[0]);
    String text = Jsoup.parse(new String(page, StandardCharsets.UTF_8)).text();
    if (text.length() < LEAST_TEXT) {
      sink.passedOver(name, "a cover, a table of contents or another part with hardly any text");
    } else {
      sink.document(new RawDocument(name, page, Optional.empty(), Optional.empty(), known));
    }
  }

  /** The pages in the order of the spine. */
  private static List<String> reading(Document book, String folder) {
    List<String> parts = new ArrayList<>();
    for (Element item : book.select("spine > itemref[idref]")) {
      book.select("manifest > item[href]").stream().filter(e -> e.id().equals(item.attr("idref"))).findFirst()
          .map(e -> folder + URLDecoder.decode(e.attr("href").replace("+", "%2B"), StandardCharsets.UTF_8))
          .ifPresent(parts::add);
    }
    return parts;
  }

  /** The title of the whole is where its parts were published, unless a publisher is named. */
  private static Metadata metadata(Document book) {
    List<String> creators = values(book, "dc|creator");
    return Metadata.NONE.withCreators(creators)
        .withPublisher(values(book, "dc|publisher").stream().findFirst()
            .or(() -> values(book, "dc|title").stream().findFirst()))
        .withIssued(values(book, "dc|date").stream().findFirst().flatMap(PublicationDate::dayIn))
        .withUrl(values(book, "dc|identifier, dc|source").stream().flatMap(v -> HeaderLine.address(v).stream())
            .findFirst());
  }

  private static List<String> values(Document book, String selector) {
    return book.select(selector).stream().map(Element::text).map(String::strip).filter(v -> !v.isEmpty()).toList();
  }

  private static Document xml(ZipFile zip, String entry, String name) throws IOException {
    byte[] bytes = bytes(zip, entry, name).orElseThrow(() -> unsound(name));
    return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), "", Parser.xmlParser());
  }

  private static Optional<byte[]> bytes(ZipFile zip, String entry, String name) throws IOException {
    ZipArchiveEntry found = zip.getEntry(entry);
    if (found == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(found)) {
      return Optional.of(BoundedInput.read(in, name));
    }
  }

  private static ArticleFormatException unsound(String name) {
    return new ArticleFormatException(name + " is an EPUB file without a list of its parts", "save it again");
  }
}
