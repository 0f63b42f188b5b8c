package org.entente.article.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.entente.article.Metadata;
import org.entente.article.TextDecoding;

/**
 * Bytes that may be an article or hold many, however large: only the first of them are looked at.
 *
 * @param name what messages call them
 * @param in read once, from the start
 * @param file where they lie on disk, if they do
 * @param address where they were fetched from
 * @param depth how many containers they lie in
 * @param known what is said of them beside them
 */
public record Content(
    String name, BufferedInputStream in, Optional<Path> file, Optional<URI> address, int depth, Metadata known) {

  static final int HEAD = 16 * 1024;

  public static Content of(String name, InputStream in, Optional<Path> file) {
    return new Content(name, new BufferedInputStream(in, HEAD), file, Optional.empty(), 0, Metadata.NONE);
  }

  /** The same, of which somebody else said that. */
  public Content knowing(Metadata said) {
    return new Content(name, in, file, address, depth, said);
  }

  /** What lies in this container under that name. */
  Content within(String inner, InputStream bytes) {
    return new Content(inner, new BufferedInputStream(bytes, HEAD), Optional.empty(), address, depth + 1,
        Metadata.NONE);
  }

  byte[] head() throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    return head;
  }

  /** The first bytes, each as the character of its number. */
  String headText() throws IOException {
    return new String(head(), StandardCharsets.ISO_8859_1);
  }

  boolean startsWith(int... bytes) throws IOException {
    return TextDecoding.startsWith(head(), bytes);
  }
}
