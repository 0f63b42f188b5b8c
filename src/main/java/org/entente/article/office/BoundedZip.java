package org.entente.article.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.entente.article.ArticleFormatException;
import org.entente.article.BoundedInput;
import org.entente.article.RawDocument;

/** A few entries of a zip archive, unpacked under a limit for the whole archive, so that no bomb goes off. */
public final class BoundedZip {

  private static final long MOST_UNPACKED = 200_000_000L;
  private static final int MOST_ENTRIES = 5_000;
  private static final int LARGEST_KEPT = BoundedInput.LIMIT;

  private final Map<String, byte[]> entries;

  private BoundedZip(Map<String, byte[]> entries) {
    this.entries = Map.copyOf(entries);
  }

  public static BoundedZip read(RawDocument document, List<String> wanted) {
    Map<String, byte[]> found = new HashMap<>();
    long unpacked = 0;
    int count = 0;
    byte[] buffer = new byte[64 * 1024];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean keep = wanted.contains(entry.getName());
        for (int n = zip.read(buffer); n > 0; n = zip.read(buffer)) {
          unpacked += n;
          if (unpacked > MOST_UNPACKED || count > MOST_ENTRIES || kept.size() > LARGEST_KEPT) {
            throw tooLarge(document);
          }
          kept.write(buffer, 0, keep ? n : 0);
        }
        count++;
        if (keep) {
          found.put(entry.getName(), kept.toByteArray());
        }
        if (found.size() == wanted.size()) {
          break;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ArticleFormatException(
          document.name() + " is a damaged, incomplete or encrypted ZIP or DOCX file (" + e.getMessage() + ")",
          "fetch it or save it again", e);
    }
    return new BoundedZip(found);
  }

  private static ArticleFormatException tooLarge(RawDocument document) {
    return new ArticleFormatException(
        document.name() + " unpacks to more than " + MOST_UNPACKED / 1_000_000 + " MB or has thousands of parts",
        "do not trust it; if it is sound, save its text as a new document");
  }

  public Optional<byte[]> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }
}
