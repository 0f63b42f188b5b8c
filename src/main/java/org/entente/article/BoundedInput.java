package org.entente.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files and streams into memory up to a limit, and says clearly when there is nothing to read or too much. */
final class BoundedInput {

  /** Twenty million bytes are a hundred novels; whatever is larger is no article. */
  static final int LIMIT = 20_000_000;

  private BoundedInput() {}

  static byte[] read(Path file) {
    String name = file.toString();
    if (!Files.exists(file)) {
      throw new ArticleFormatException(name + " does not exist", "check the path");
    }
    if (Files.isDirectory(file)) {
      throw new ArticleFormatException(name + " is a folder, not an article", "name the files in it");
    }
    try {
      if (Files.isRegularFile(file) && Files.size(file) > LIMIT) {
        throw tooLarge(name);
      }
      try (InputStream in = Files.newInputStream(file)) {
        return read(in, name);
      }
    } catch (AccessDeniedException e) {
      throw new ArticleFormatException(name + " may not be read", "give yourself read permission for it", e);
    } catch (IOException e) {
      throw new ArticleFormatException(
          name + " could not be read: " + e.getMessage(), "check the disk and try again", e);
    }
  }

  static byte[] read(InputStream in, String name) {
    byte[] bytes;
    try {
      bytes = in.readNBytes(LIMIT + 1);
    } catch (IOException e) {
      throw new ArticleFormatException(name + " could not be read: " + e.getMessage(), "try again", e);
    }
    if (bytes.length > LIMIT) {
      throw tooLarge(name);
    }
    return bytes;
  }

  /** Small parts cost memory however short they are: lines, tags, paragraphs. */
  static void requireAtMost(int limit, long found, String parts, String name) {
    if (found > limit) {
      throw new ArticleFormatException(
          name + " has more than " + limit + " " + parts + ", as no article does", "give the article alone");
    }
  }

  static ArticleFormatException tooLarge(String name) {
    return new ArticleFormatException(
        name + " is larger than " + LIMIT / 1_000_000 + " MB", "split it, or give the article alone");
  }
}
