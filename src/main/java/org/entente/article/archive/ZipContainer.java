package org.entente.article.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.entente.article.ArticleFormatException;
import org.entente.article.BoundedInput;
import org.entente.article.DocumentSink;
import org.entente.article.FileNames;
import org.entente.article.Metadata;
import org.entente.article.RawDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ZIP archive of articles, a WACZ web archive and a folder that Zotero exported among them; Word and OpenDocument files are ZIPs too and left to their
 * readers. Only what may be an article is unpacked, each up to the limit of one article.
 */
public final class ZipContainer implements Unpacker.Container {

  private static final Logger LOG = LoggerFactory.getLogger(ZipContainer.class);

  private static final int MOST_ENTRIES = 200_000;
  private static final int MOST_EXPORTS = 10;
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
    Map<String, Metadata> known = known(zip, entries);
    int found = 0;
    for (ZipArchiveEntry entry : entries) {
      if (webArchive ? isArchive(entry.getName()) : !FileNames.isHidden(entry.getName())) {
        Metadata said = known.getOrDefault(entry.getName(), Metadata.NONE);
        found += take(zip, entry, files, content.knowing(said), unpacker, sink);
      }
    }
    if (found == 0) {
      throw new ArticleFormatException(
          content.name() + " is a ZIP archive without an article in it", "articles end in " + FileNames.endings());
    }
  }

  /** What exports of Zotero in the archive say of the files beside them. */
  private static Map<String, Metadata> known(ZipFile zip, List<ZipArchiveEntry> entries) {
    Map<String, Metadata> known = new HashMap<>();
    entries.stream().filter(entry -> ZoteroFolder.mayBeExport(entry.getName())).limit(MOST_EXPORTS).forEach(entry -> {
      String folder = entry.getName().substring(0, entry.getName().lastIndexOf('/') + 1);
      try (InputStream in = zip.getInputStream(entry)) {
        String rdf = new String(BoundedInput.read(in, entry.getName()), StandardCharsets.UTF_8);
        ZoteroFolder.said(rdf).forEach((file, said) -> known.put(folder + file, said));
      } catch (IOException | ArticleFormatException e) {
        LOG.debug("{} cannot be read; the files beside it tell what they are themselves", entry.getName(), e);
      }
    });
    return known;
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
    content.known().title().ifPresent(title -> sink.titled(name, title));
    try (InputStream in = zip.getInputStream(entry)) {
      unpacker.unpack(content.within(name, in).knowing(content.known()), sink);
    } catch (IOException e) {
      sink.refused(name, new ArticleFormatException(
          name + " cannot be unpacked: " + e.getMessage(), "unpack the archive and give the file", e));
    }
    return 1;
  }
}
