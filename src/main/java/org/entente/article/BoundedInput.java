package org.entente.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads files and streams into memory up to a limit, and says clearly when there is nothing to read or too much. A pipe
 * that nobody writes to is given up.
 */
public final class BoundedInput {

  /** Twenty million bytes are a hundred novels; whatever is larger is no article. */
  public static final int LIMIT = 20_000_000;

  private BoundedInput() {}

  /**
   * The whole of a file that holds one article.
   *
   * @param patience how long a pipe is waited for
   */
  public static byte[] read(Path file, Duration patience) {
    requireFile(file);
    String name = file.toString();
    return Files.isRegularFile(file) ? opened(file, name) : piped(file, name, patience);
  }

  /**
   * A file that may hold many articles, from its start.
   *
   * @param patience how long a pipe is waited for
   */
  public static InputStream open(Path file, Duration patience) {
    requireFile(file);
    String name = file.toString();
    if (!Files.isRegularFile(file)) {
      return new ByteArrayInputStream(piped(file, name, patience));
    }
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static void requireFile(Path file) {
    String name = file.toString();
    if (!Files.exists(file)) {
      throw Files.isSymbolicLink(file)
          ? new ArticleFormatException(name + " is a link that leads to no file", "name the file itself")
          : new ArticleFormatException(name + " does not exist", "check the path");
    }
    if (Files.isDirectory(file)) {
      throw new ArticleFormatException(name + " is a folder, not an article", "name the files in it");
    }
  }

  private static ArticleFormatException unreadable(String name, IOException e) {
    return e instanceof AccessDeniedException
        ? new ArticleFormatException(name + " may not be read", "give yourself read permission for it", e)
        : new ArticleFormatException(
            name + " could not be read: " + e.getMessage(), "check the disk and try again", e);
  }

  private static byte[] opened(Path file, String name) {
    try {
      if (Files.size(file) > LIMIT && Files.isRegularFile(file)) {
        throw tooLarge(name);
      }
      try (InputStream in = Files.newInputStream(file)) {
        return read(in, name);
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Opening a pipe waits for whoever writes to it, and no interrupt ends that: so a thread is left to wait. */
  private static byte[] piped(Path file, String name, Duration patience) {
    FutureTask<byte[]> content = new FutureTask<>(() -> opened(file, name));
    Thread.ofPlatform().daemon().name("pipe").start(content);
    try {
      return content.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ArticleFormatException(
          name + " is a pipe or device, and nothing came out of it in " + patience.toSeconds() + " seconds",
          "name a file, or give - for standard input", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ArticleFormatException(name + " was given up", "try again", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ArticleFormatException refusal) {
        throw refusal;
      }
      throw new ArticleFormatException(name + " could not be read: " + e.getCause(), "name a file", e);
    }
  }

  public static byte[] read(InputStream in, String name) {
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
  public static void requireAtMost(int limit, long found, String parts, String name) {
    if (found > limit) {
      throw new ArticleFormatException(
          name + " has more than " + limit + " " + parts + ", as no article does", "give the article alone");
    }
  }

  public static ArticleFormatException tooLarge(String name) {
    return new ArticleFormatException(
        name + " is larger than " + LIMIT / 1_000_000 + " MB", "split it, or give the article alone");
  }
}
