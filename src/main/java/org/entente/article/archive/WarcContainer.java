package org.entente.article.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.entente.article.ArticleFormatException;
import org.entente.article.BoundedInput;
import org.entente.article.DocumentSink;
import org.entente.article.Metadata;
import org.entente.article.RawDocument;
import org.entente.article.TextDecoding;
import org.entente.article.header.HeaderLine;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * A web archive (WARC, ISO 28500, packed or not): every page and document that a server answered with is one of its
 * articles, under the address that it was asked for.
 */
public final class WarcContainer implements Unpacker.Container {

  private static final String MARK = "WARC/";
  /** Wget puts its log and its arguments beside the pages. */
  private static final String NOTES = "metadata:";
  /** The older form of web archives (ARC) begins with what file it is. */
  private static final String OLD_MARK = "filedesc://";

  @Override
  public boolean isOne(Content content) throws IOException {
    byte[] head = content.head();
    return starts(new ByteArrayInputStream(head)) || TextDecoding.startsWith(head, 0x1F, 0x8B) && startsPacked(head);
  }

  private static boolean startsPacked(byte[] head) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
      return starts(in);
    } catch (IOException e) {
      // Not GZIP after all, or cut off within its first bytes: whoever reads it whole will say so.
      return false;
    }
  }

  private static boolean starts(InputStream in) throws IOException {
    String start = new String(in.readNBytes(OLD_MARK.length()), StandardCharsets.ISO_8859_1);
    return start.startsWith(MARK) || start.equals(OLD_MARK);
  }

  @Override
  public void unpack(Content content, Unpacker unpacker, DocumentSink sink) throws IOException {
    int records = 0;
    try (WarcReader reader = new WarcReader(content.in())) {
      for (Optional<WarcRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
        records++;
        if (record.get() instanceof WarcTargetRecord about) {
          take(about, content, unpacker, sink);
        }
      }
    } catch (ParsingException | IllegalArgumentException | EOFException | ZipException e) {
      throw new ArticleFormatException(
          content.name() + " is damaged or cut off after record " + records + " (" + e.getMessage() + ")",
          "what stands before that was read; fetch or record the rest anew", e);
    }
  }

  private static void take(WarcTargetRecord record, Content content, Unpacker unpacker, DocumentSink sink)
      throws IOException {
    if (record instanceof WarcResponse response && isHttp(response)) {
      HttpResponse http = response.http();
      if (http.status() == 200) {
        takeUnpacked(http, record, content, unpacker, sink);
      } else {
        sink.passedOver(record.target(), "the server answered with status " + http.status());
      }
    } else if (record.target().startsWith(NOTES)) {
      sink.passedOver(record.target(), "what the program notes that made the archive");
    } else if (record instanceof WarcResource || record instanceof WarcConversion) {
      take(record.body().stream(), record.contentType(), record, content, unpacker, sink);
    }
  }

  /** What a server packed otherwise than it said, or in a way that nobody knows, is not read; the next record is. */
  private static void takeUnpacked(
      HttpResponse http, WarcTargetRecord record, Content content, Unpacker unpacker, DocumentSink sink)
      throws IOException {
    if (!mayBeArticle(http.contentType())) {
      notAnArticle(record, http.contentType(), sink);
      return;
    }
    InputStream body;
    try {
      body = http.bodyDecoded().stream();
    } catch (EOFException e) {
      throw e;
    } catch (IOException e) {
      sink.refused(record.target(), new ArticleFormatException(
          record.target() + " cannot be unpacked (" + e.getMessage() + ")", "fetch or record it anew", e));
      return;
    }
    take(body, http.contentType(), record, content, unpacker, sink);
  }

  private static void notAnArticle(WarcTargetRecord record, MediaType type, DocumentSink sink) {
    sink.passedOver(record.target(), "no article by its type " + type.base());
  }

  private static boolean isHttp(WarcResponse response) {
    return response.contentType().base().equals(MediaType.HTTP);
  }

  private static void take(
      InputStream body, MediaType type, WarcTargetRecord record, Content content, Unpacker unpacker, DocumentSink sink)
      throws IOException {
    String name = record.target();
    if (!mayBeArticle(type)) {
      notAnArticle(record, type, sink);
      return;
    }
    byte[] bytes;
    try {
      bytes = BoundedInput.read(body, name);
    } catch (ArticleFormatException e) {
      sink.refused(name, e);
      return;
    }
    RawDocument document =
        new RawDocument(name, bytes, HeaderLine.address(name).or(content::address),
            Optional.ofNullable(type.parameters().get("charset")), Metadata.NONE);
    unpacker.unpack(document, sink);
  }

  private static boolean mayBeArticle(MediaType type) {
    String base = type.base().toString().toLowerCase(Locale.ROOT);
    return switch (base) {
      case "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf", "application/rtf",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> true;
      default -> false;
    };
  }
}
