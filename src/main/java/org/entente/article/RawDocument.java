package org.entente.article;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes of an article before anything is known about them.
 *
 * @param name file name, address or "standard input": what messages call it
 * @param bytes its content, never written to
 * @param address where it was fetched from
 * @param charset what the HTTP header says about its encoding
 * @param known what the file that held it says of it: headline and date in a database's export, for example
 */
public record RawDocument(
    String name, byte[] bytes, Optional<URI> address, Optional<String> charset, Metadata known) {

  public static RawDocument of(String name, byte[] bytes) {
    return new RawDocument(name, bytes, Optional.empty(), Optional.empty(), Metadata.NONE);
  }

  public static RawDocument ofText(String name, String text, Metadata known) {
    return new RawDocument(
        name, text.getBytes(StandardCharsets.UTF_8), known.url(), Optional.of("UTF-8"), known);
  }
}
