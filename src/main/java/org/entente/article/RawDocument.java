package org.entente.article;

import java.net.URI;
import java.util.Optional;

/**
 * The bytes of an article before anything is known about them.
 *
 * @param name file name, address or "standard input": what messages call it
 * @param bytes its content, never written to
 * @param address where it was fetched from
 * @param charset what the HTTP header says about its encoding
 */
record RawDocument(String name, byte[] bytes, Optional<URI> address, Optional<String> charset) {

  static RawDocument of(String name, byte[] bytes) {
    return new RawDocument(name, bytes, Optional.empty(), Optional.empty());
  }
}
