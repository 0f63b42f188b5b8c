package org.entente.article.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.entente.article.ArticleFormatException;
import org.entente.article.BoundedInput;
import org.entente.article.DocumentSink;
import org.entente.article.FileNames;
import org.entente.article.RawDocument;

/**
 * A ZIP archive of articles, a WACZ web archive among them; Word and OpenDocument files are ZIPs too and left to their
 * readers. Only what may be an article is unpacked, each up to the limit of one article.
 */
public final class ZipContainer implements Container {

  private static final int MOST_ENTRIES = 200_000;
  private static final Set<String> DOCUMENTS = Set.of("word/document.xml", "content.xml");
  private static final Set<String> OTHER_OFFICE = Set.of("xl/workbook.xml", "ppt/presentation.xml");

  @Override
  public boolean isOne(Content content) throws IOException {
    return content.startsWith('P', 'K', 3, 4) || content.startsWith('P', 'K', 5, 6);
  }

  @Override
  public void unpack(Content content, Unpacker unpacker, DocumentSink sink) throws IOException {
    boolean looksLikeWord = content.headText().contains("word/");
    byte[] bytes = content.file().isPresent() ? new byte[0] : BoundedInput.read(content.in(), content.name());
    ZipFile.Builder builder = ZipFile.builder();
    content.file().ifPresentOrElse(builder::setPath, () -> builder.setByteArray(bytes));
    try (ZipFile zip = builder.get()) {
      unpack(zip, bytes, content, unpacker, sink);
    } catch (IOException | IllegalArgumentException e) {
      if (!looksLikeWord) {
        throw new ArticleFormatException(
            content.name() + " is a damaged, incomplete or encrypted ZIP or DOCX file (" + e.getMessage() + ")",
            "fetch it or save it again", e);
      }
      unpacker.unpack(whole(content, bytes), sink);
    }
  }

  private static RawDocument whole(Content content, byte[] bytes) {
    byte[] all = content.file().isPresent() ? BoundedInput.read(content.in(), content.name()) : bytes;
    return new RawDocument(content.name(), all, content.address(), Optional.empty(), content.known());
  }

  private static void unpack(ZipFile zip, byte[] bytes, Content content, Unpacker unpacker, DocumentSink sink) {
    List<ZipArchiveEntry> entries =
        Collections.list(zip.getEntries()).stream().filter(entry -> !entry.isDirectory())
            .sorted(Comparator.comparing(ZipArchiveEntry::getName)).toList();
    BoundedInput.requireAtMost(MOST_ENTRIES, entries.size(), "files", content.name());
    Set<String> names = entries.stream().map(ZipArchiveEntry::getName).collect(Collectors.toSet());
    if (names.stream().anyMatch(DOCUMENTS::contains)) {
      unpacker.unpack(whole(content, bytes), sink);
      return;
    }
    if (names.stream().anyMatch(OTHER_OFFICE::contains)) {
      throw new ArticleFormatException(
          content.name() + " is a table or a presentation, not an article", "save its text as DOCX, PDF or text");
    }
    boolean webArchive = names.contains("datapackage.json") && names.stream().anyMatch(ZipContainer::isArchive);
    FileNames files = new FileNames(names.stream());
    int found = 0;
    for (ZipArchiveEntry entry : entries) {
      if (webArchive ? isArchive(entry.getName()) : !FileNames.isHidden(entry.getName())) {
        found += take(zip, entry, files, content, unpacker, sink);
      }
    }
    if (found == 0) {
      throw new ArticleFormatException(
          content.name() + " is a ZIP archive without an article in it", "articles end in " + FileNames.endings());
    }
  }

  private static boolean isArchive(String name) {
    return name.startsWith("archive/") && name.matches(".*\\.warc(?:\\.gz)?");
  }

  private static int take(
      ZipFile zip, ZipArchiveEntry entry, FileNames files, Content content, Unpacker unpacker, DocumentSink sink) {
    String name = content.name() + "/" + entry.getName();
    Optional<String> other = files.notAnArticle(entry.getName());
    if (other.isPresent()) {
      sink.passedOver(name, other.get());
      return 0;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      unpacker.unpack(content.within(name, in), sink);
    } catch (IOException e) {
      sink.refused(name, new ArticleFormatException(
          name + " cannot be unpacked: " + e.getMessage(), "unpack the archive and give the file", e));
    }
    return 1;
  }
}
